const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** How many line breaks (CRLF, CR, LF) a text holds; of very many, no more than are asked for. */
export function countBreaks(text: string, most = Number.POSITIVE_INFINITY): number {
  let breaks = 0;
  for (let at = 0; at < text.length && breaks < most; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) breaks += 1;
  }
  return breaks;
}
