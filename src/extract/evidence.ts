/** The part of a paper's text that a fact was read from. */
export type TextField = 'TITLE' | 'ABSTRACT';

/** A paper's text, the only input of this stage. */
export interface PaperText {
  title: string;
  abstract: string | null;
}

/** Where in the text a fact was read. Offsets count UTF-16 units from the start of the field, `end` exclusive. */
export interface Evidence {
  field: TextField;
  /** Exactly the field's text from `start` to `end`. */
  text: string;
  start: number;
  end: number;
  /** The sentence that holds the text, as printed. */
  sentence: string;
}
