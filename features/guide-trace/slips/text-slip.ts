/** A slip of the guide's own text, as far as a rule can see it. */
export interface TextSlip {
  readonly code: 'doubled-word' | 'no-unit' | 'title-differs' | 'form-missing';
  readonly clause: string;
  readonly line: number;
  readonly column: number;
  /** What stands there; for a title, what the form says. */
  readonly text: string;
  /** What the body says instead; the form's number for one that is missing. */
  readonly other: string;
}
