/** A piece of a guide that is compared with the one of the same key in another version. */
export interface Passage {
  /** What kind of piece it is: 支持条件, 补助标准, … */
  readonly part: string;
  /** Unique within its part. */
  readonly key: string;
  /** As it is cited; '' for what has none. */
  readonly clause: string;
  readonly says: string;
  /** What else holds of it, each with its name: 出具：统计部门. */
  readonly details: readonly string[];
  readonly figures: readonly Figure[];
  /** Decides whether two are the same where the words are: the rule with all its readings. */
  readonly exact: string;
}

export interface Figure {
  readonly name: string;
  readonly value: string;
}
