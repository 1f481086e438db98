/**
 * When something happens. Sessions, codes and locks run on the machine's clock; what is kept and which duties are
 * valid goes by the program's, which a demonstration may set.
 */
export interface Moment {
  readonly machine: Date;
  readonly now: Date;
}
