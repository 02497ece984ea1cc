import type { GraphQLLeafType } from 'graphql';
import { JsonText } from '../../text/json-text';
import { Failure } from '../levels/failure';
import type { Frame, Note, Written } from '../levels/frame';
import type { FieldPlan } from '../plan/plan';
import type { Shape } from '../plan/shape';
import { quote } from './quote';

/** Writes resolved frames as JSON, and notes what failed, with the path to it. */
export class JsonWriter {
  private notes: Note[] = [];
  private readonly path: (string | number)[] = [];

  /** Writes one object with all that is below it; what is written there already is not written again. */
  write(frame: Frame): Written {
    const text = this.object(frame);
    const { notes } = this;
    if (notes.length === 0) return { text, notes: null };
    this.notes = [];
    return { text, notes };
  }

  /** @returns undefined when a null stands where none may: then there is no object */
  private object({ plan: { fields }, values, written }: Frame): string | undefined {
    if (written) return this.take(written);
    let text = '{';
    for (const field of fields) {
      this.path.push(field.key);
      const written = this.value(field.shape, values[field.index], field);
      this.path.pop();
      if (written === undefined) return undefined;
      text += field.label + written;
    }
    return `${text}}`;
  }

  private take({ text, notes }: Written): string | undefined {
    for (const { path, ...note } of notes ?? []) this.notes.push({ ...note, path: [...this.path, ...path] });
    return text;
  }

  /** @returns undefined when it is null and may not be */
  private value(shape: Shape, value: unknown, field: FieldPlan): string | undefined {
    if (value != null) {
      const written = value instanceof Failure ? this.note(value.reason, field) : this.present(shape, value, field);
      if (written !== undefined) return written;
    } else if (shape.required) {
      const { parentType, definition } = field;
      this.note(new Error(`Cannot return null for non-nullable field ${parentType.name}.${definition.name}.`), field);
    }
    return shape.required ? undefined : 'null';
  }

  private present(shape: Shape, value: unknown, field: FieldPlan): string | undefined {
    if (shape.kind === 'leaf') return this.leaf(shape.type, value, field);
    if (value instanceof JsonText) return value.text;
    return shape.kind === 'list' ? this.list(shape.of, value, field) : this.object(value as Frame);
  }

  private list(shape: Shape, items: unknown, field: FieldPlan): string | undefined {
    if (!Array.isArray(items)) {
      const { parentType, definition } = field;
      return this.note(
        new Error(`Expected Iterable, but did not find one for field "${parentType.name}.${definition.name}".`),
        field,
      );
    }
    let text = '[';
    for (let index = 0; index < items.length; index++) {
      this.path.push(index);
      const written = this.value(shape, items[index], field);
      this.path.pop();
      if (written === undefined) return undefined;
      text += index === 0 ? written : `,${written}`;
    }
    return `${text}]`;
  }

  private leaf(type: GraphQLLeafType, value: unknown, field: FieldPlan): string | undefined {
    try {
      const plain = type.serialize(value);
      if (plain == null) throw new Error(`${type.name}: expected a value to write, got ${String(plain)}`);
      return typeof plain === 'string' ? quote(plain) : JSON.stringify(plain);
    } catch (error) {
      return this.note(error, field);
    }
  }

  private note(reason: unknown, field: FieldPlan): undefined {
    this.notes.push({ reason, field, path: [...this.path] });
  }
}
