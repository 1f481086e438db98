/** Why what was entered isn't taken; what a desk's server refuses has this shape. Messages are shown as they are. */
export interface EntryFault {
  readonly message: string;
  /** What is wrong with which part of what is sent: `account.login`. */
  readonly faults: readonly { readonly path: string; readonly message: string }[];
}
