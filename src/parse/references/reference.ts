/** A reference to a paper, as far as it can be told what it says. */
export interface Reference {
  /** The identifiers that it names, as `identifierKey` writes them, each once. */
  identifiers: string[];
  /** What may be its title. */
  titles: PossibleTitle[];
  /** The last words of its authors' family names, as `familyKey` writes them; null where they are not told apart. */
  families: string[] | null;
  /** The words of a line, as `familyKey` writes them: names of authors may be among them. */
  words: ReadonlySet<string>;
}

/** A title, or a part of a line that may be one. */
export interface PossibleTitle {
  text: string;
  /** What stands before it in the line, where styles have the authors. */
  before: string;
}
