/** JSON that is written already: it goes out as it is. It behaves as what it holds wherever JSON is made of it. */
export class JsonText {
  constructor(readonly text: string) {}

  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}
