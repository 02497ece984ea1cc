import { type ASTVisitor, GraphQLError, Kind, type SelectionNode, type ValidationContext } from 'graphql';

/**
 * The validation rule that a subscription has one root field, which is there in any case. It stands in the place of the rule
 * of graphql-js, which breaks over a root field that a variable may skip; the specification has no such subscriptions.
 */
export function oneRootField(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition({ operation, selectionSet }) {
      if (operation !== 'subscription') return;
      const roots = rootsOf(context, selectionSet.selections, new Set());
      const keys = new Set(roots.map(({ key }) => key));
      const nodes = roots.map(({ node }) => node);
      const report = (expected: string): void =>
        context.reportError(new GraphQLError(`Subscription: expected ${expected}`, { nodes }));
      if (keys.size > 1) report(`one root field, got ${keys.size}`);
      if (roots.some(({ isSkippable }) => isSkippable)) report('a root field without @skip and @include');
      if (roots.some(({ name }) => name.startsWith('__'))) report('a root field that is no introspection');
    },
  };
}

interface Root {
  key: string;
  name: string;
  node: SelectionNode;
  isSkippable: boolean;
}

function rootsOf(context: ValidationContext, selections: readonly SelectionNode[], met: Set<string>): Root[] {
  return selections.flatMap((node): Root[] => {
    const isSkippable = node.directives?.some(({ name }) => ['skip', 'include'].includes(name.value)) ?? false;
    if (node.kind === Kind.FIELD) {
      return [{ key: (node.alias ?? node.name).value, name: node.name.value, node, isSkippable }];
    }
    let within = node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet.selections : [];
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      if (met.has(node.name.value)) return [];
      met.add(node.name.value);
      within = context.getFragment(node.name.value)?.selectionSet.selections ?? [];
    }
    return rootsOf(context, within, met).map((root) => ({ ...root, isSkippable: root.isSkippable || isSkippable }));
  });
}
