/** Where a text stops being JSON. */
export interface Fault {
  /** What JSON has at this place. */
  expected: string;
  /** The text from there on, no more of it than shows it; empty where the text ends. */
  got: string;
  /** Line breaks before it. */
  breaks: number;
}

type Expected =
  | 'a value'
  | 'a value or "]"'
  | 'a key'
  | 'a key or "}"'
  | '":"'
  | '"," or "}"'
  | '"," or "]"'
  | 'nothing more';

const BLANKS = /[ \t\n\r]*/y;
const LITERAL = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
/** So much of the rest is kept, in UTF-16 units. */
const LONGEST_REST = 250;

/** The first place where a text that is no JSON stops being JSON. Linear in its length, however deep it nests. */
export function faultIn(text: string): Fault {
  const open: ('{' | '[')[] = [];
  const behindValue = (): Expected => {
    if (open.length === 0) return 'nothing more';
    return open.at(-1) === '{' ? '"," or "}"' : '"," or "]"';
  };
  let expected: Expected = 'a value';
  for (let at = endOf(BLANKS, text, 0) ?? 0; ; at = endOf(BLANKS, text, at) ?? at) {
    const character: string = text[at] ?? '';
    const isKey: boolean = expected.startsWith('a key');
    const isValue: boolean = expected.startsWith('a value');
    let end: number | null = null;
    if ((character === '}' || character === ']') && expected.includes(character)) {
      open.pop();
      expected = behindValue();
      end = at + 1;
    } else if (isValue && (character === '{' || character === '[')) {
      open.push(character);
      expected = character === '{' ? 'a key or "}"' : 'a value or "]"';
      end = at + 1;
    } else if ((isValue || isKey) && character === '"') {
      const [found, isClosed] = endOfString(text, at);
      if (!isClosed) return faultAt(text, found, 'the end of a string');
      expected = isKey ? '":"' : behindValue();
      end = found;
    } else if (isValue) {
      end = endOf(LITERAL, text, at);
      expected = end === null ? expected : behindValue();
    } else if (character === ':' && expected === '":"') {
      expected = 'a value';
      end = at + 1;
    } else if (character === ',' && expected.startsWith('","')) {
      expected = open.at(-1) === '{' ? 'a key' : 'a value';
      end = at + 1;
    }
    if (end === null) return faultAt(text, at, expected);
    at = end;
  }
}

function faultAt(text: string, at: number, expected: string): Fault {
  return { expected, got: text.slice(at, at + LONGEST_REST), breaks: text.slice(0, at).split('\n').length - 1 };
}

/** Where a sticky pattern ends that begins at the place; null where it does not match. */
function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** Behind the string that opens at the place; or where it cannot go on, as a line break or an unknown escape stands there. */
function endOfString(text: string, start: number): [end: number, isClosed: boolean] {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return [at + 1, true];
    if (code < 0x20) return [at, false];
    if (code === 0x5c) {
      const escaped = text[at + 1] ?? '';
      const isKnown =
        escaped === 'u' ? /^[\da-f]{4}$/i.test(text.slice(at + 2, at + 6)) : /^["\\/bfnrt]$/.test(escaped);
      if (!isKnown) return [at, false];
      at += 1;
    }
  }
  return [text.length, false];
}
