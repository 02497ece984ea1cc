import {
  type ASTVisitor,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { Limits } from '../../config';
import { beyondLimit, type Excess } from './beyond-limit';

/** Directives in one operation: more than any client writes, few enough to check quickly. */
const MOST_DIRECTIVES = 50;

/** How large a part of an operation is, fragments unfolded wherever they are spread. */
interface Size {
  /** Levels of fields. Introspection counts none: it goes as deep as it must. */
  depth: number;
  aliases: number;
  directives: number;
}

const NOTHING: Size = { depth: 0, aliases: 0, directives: 0 };

/** A validation rule that refuses operations too deep or too wide to be meant well, each with a code of its own. */
export function sizeRule({ depth, aliases }: Pick<Limits, 'depth' | 'aliases'>): ValidationRule {
  return (context): ASTVisitor => {
    const measure = new Measure(context);
    return {
      OperationDefinition(operation) {
        const size = measure.of(operation);
        const excesses: (Excess & { actual: number })[] = [
          { code: 'QUERY_TOO_DEEP', what: 'Query depth', limit: depth, unit: 'levels', actual: size.depth },
          { code: 'TOO_MANY_ALIASES', what: 'Aliases', limit: aliases, actual: size.aliases },
          { code: 'TOO_MANY_DIRECTIVES', what: 'Directives', limit: MOST_DIRECTIVES, actual: size.directives },
        ];
        for (const excess of excesses) {
          if (excess.actual > excess.limit) context.reportError(beyondLimit(excess, { nodes: operation }));
        }
      },
    };
  };
}

class Measure {
  /** Fragments that were met; nothing as long as they are measured, so that one that spreads itself has an end. */
  private readonly fragments = new Map<string, Size>();

  constructor(private readonly context: ValidationContext) {}

  of({ directives = [], selectionSet }: OperationDefinitionNode): Size {
    const inside = this.inside(selectionSet);
    return { ...inside, directives: inside.directives + directives.length };
  }

  private inside(selectionSet: SelectionSetNode | undefined): Size {
    const size = { ...NOTHING };
    for (const selection of selectionSet?.selections ?? []) {
      const part = this.ofSelection(selection);
      size.depth = Math.max(size.depth, part.depth);
      size.aliases += part.aliases;
      size.directives += part.directives;
    }
    return size;
  }

  private ofSelection(selection: SelectionNode): Size {
    const directives = selection.directives?.length ?? 0;
    if (selection.kind === Kind.FIELD) {
      const inside = this.inside(selection.selectionSet);
      return {
        depth: selection.name.value === '__schema' ? 0 : inside.depth + 1,
        aliases: inside.aliases + (selection.alias ? 1 : 0),
        directives: inside.directives + directives,
      };
    }
    const inside =
      selection.kind === Kind.INLINE_FRAGMENT
        ? this.inside(selection.selectionSet)
        : this.ofFragment(selection.name.value);
    return { ...inside, directives: inside.directives + directives };
  }

  private ofFragment(name: string): Size {
    const known = this.fragments.get(name);
    if (known) return known;
    this.fragments.set(name, NOTHING);
    const fragment = this.context.getFragment(name);
    const inside = this.inside(fragment?.selectionSet);
    const size = { ...inside, directives: inside.directives + (fragment?.directives?.length ?? 0) };
    this.fragments.set(name, size);
    return size;
  }
}
