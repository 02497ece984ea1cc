/** What a member of an object is: a text (its beginning), or a sign for its kind. */
export interface OutlineMember {
  kind: 'TEXT' | 'OBJECT' | 'LIST' | 'OTHER';
  /** Of a text, at most {@link LONGEST_SAMPLE} UTF-16 units. */
  sample: string;
}

/** The members of the objects at one place. */
export type OutlineGroup = ReadonlyMap<string, OutlineMember>;

/** Groups by the keys that lead to them, with dots between; the outermost is ``. Lists are no step. */
export type Outline = ReadonlyMap<string, OutlineGroup>;

const LONGEST_SAMPLE = 100;
/** Deeper objects are not outlined. */
const DEEPEST = 4;

interface Open {
  isObject: boolean;
  /** Null where it lies too deep. */
  way: string | null;
  depth: number;
  /** The key whose value is awaited; null while a key is. */
  key: string | null;
}

/**
 * What objects the beginning of a text of JSON holds, cut anywhere; also where Python printed it, with other quotation marks.
 * Nothing is made sure of: of a text that is no JSON the outline is small.
 */
export function outlineOf(text: string): Outline {
  const outline = new Map<string, Map<string, OutlineMember>>();
  const open: Open[] = [];
  const note = (kind: OutlineMember['kind'], sample = ''): void => {
    const top = open.at(-1);
    if (top === undefined || !top.isObject || top.key === null || top.way === null) return;
    const group = outline.get(top.way) ?? new Map<string, OutlineMember>();
    outline.set(top.way, group);
    const known = group.get(top.key);
    if (known === undefined || known.kind === 'OTHER') group.set(top.key, { kind, sample });
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string;
    const top = open.at(-1);
    if (sign === '"' || sign === "'") {
      const end = endOfText(text, at);
      const content = text.slice(at + 1, Math.min(end, at + 1 + LONGEST_SAMPLE));
      if (top?.isObject && top.key === null) top.key = content;
      else note('TEXT', content);
      at = end;
    } else if (sign === '{' || sign === '[') {
      note(sign === '{' ? 'OBJECT' : 'LIST');
      open.push(within(top, sign === '{'));
    } else if (sign === '}' || sign === ']') {
      open.pop();
    } else if (sign === ',' && top?.isObject) {
      top.key = null;
    } else if (/[\w-]/.test(sign)) {
      note('OTHER');
      while (/[\w.+-]/.test(text[at + 1] ?? '')) at += 1;
    }
  }
  return outline;
}

function within(top: Open | undefined, isObject: boolean): Open {
  if (top === undefined) return { isObject, way: '', depth: 0, key: null };
  if (!top.isObject) return { isObject, way: top.way, depth: top.depth, key: null };
  const depth = top.depth + 1;
  const way = depth > DEEPEST || top.way === null ? null : top.way === '' ? `${top.key}` : `${top.way}.${top.key}`;
  return { isObject, way, depth, key: null };
}

/** The place of the quotation mark that closes a text; the end where none does. */
function endOfText(text: string, start: number): number {
  const mark = text[start];
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === mark) return at;
  }
  return text.length;
}
