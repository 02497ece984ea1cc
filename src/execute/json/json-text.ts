/** The data of an answer, already written. It behaves as what it holds wherever JSON is made of it. */
export class JsonText {
  constructor(readonly text: string) {}

  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}
