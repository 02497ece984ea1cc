import { AnswerTooLarge } from '../answer-too-large';
import type { Frame, Written } from '../levels/frame';
import type { Levels } from '../levels/resolve-levels';
import { JsonWriter } from './json-writer';

/** Objects that are written in one go, and characters: a few milliseconds. */
const MOST_AT_ONCE = 1_000;
const MOST_CHARACTERS_AT_ONCE = 200_000;

/**
 * Writes the answer. A large one is written from below, object by object, so that others have their turn in between.
 *
 * @param mostCharacters how long it may be
 * @throws AnswerTooLarge, and what `pause` throws
 */
export async function writeJson(
  { root, parts }: Levels,
  pause: () => Promise<void>,
  mostCharacters: number,
): Promise<Written> {
  const writer = new JsonWriter();
  let objects = 0;
  for (const part of parts) objects += part.length;
  if (objects > MOST_AT_ONCE) await writeFromBelow(writer, parts, pause, mostCharacters);
  const written = writer.write(root);
  if ((written.text?.length ?? 0) > mostCharacters) throw new AnswerTooLarge(mostCharacters);
  return written;
}

async function writeFromBelow(
  writer: JsonWriter,
  parts: readonly (readonly Frame[])[],
  pause: () => Promise<void>,
  mostCharacters: number,
): Promise<void> {
  let objects = 0;
  let characters = 0;
  for (let index = parts.length - 1; index > 0; index--) {
    for (const frame of parts[index] as readonly Frame[]) {
      frame.written = writer.write(frame);
      const { text = '' } = frame.written;
      // Those who hold it are longer still.
      if (text.length > mostCharacters) throw new AnswerTooLarge(mostCharacters);
      flatten(text);
      objects += 1;
      characters += text.length;
      if (objects < MOST_AT_ONCE && characters < MOST_CHARACTERS_AT_ONCE) continue;
      objects = 0;
      characters = 0;
      await pause();
    }
  }
}

/** V8 keeps a text that was put together as its pieces, and copies these when the text is first looked into: here, bit by bit. */
function flatten(text: string): void {
  BEGINNING.test(text);
}

const BEGINNING = /^/;
