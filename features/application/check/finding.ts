/**
 * What the whole check has to say of an application: an answer that is missing, an input that can't be so, a condition
 * that fails, a paper that isn't there, a rule across applications.
 */
export interface ApplicationFinding {
  /** What kind it is, for tests and the trail; `says` is for people. */
  readonly code: string;
  /** Address of the part of the application where it is mended: `facts`, `papers`. */
  readonly part: string;
  /** The field in that part: `贷款[2].本金` of the facts, an address of the form, a paper's name. */
  readonly path?: string;
  /** One Chinese sentence: what is so, with its figures, and what to do. */
  readonly says: string;
  readonly clause?: string;
  /** Whether the application can't be finalised and submitted with it. */
  readonly blocks: boolean;
}
