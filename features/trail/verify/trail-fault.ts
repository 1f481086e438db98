/** Where an event stands in its subject's chain. */
export interface PlaceInChain {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly number: number;
  /** The event's number among all. */
  readonly event: string;
}

/** What is found that the program never does. */
export type TrailFault =
  /** An event doesn't say what it said. */
  | ({ readonly code: 'changed' } & PlaceInChain)
  /** An event was written after another one than stands before it now. */
  | ({ readonly code: 'other-before' } & PlaceInChain)
  /** Numbers of a chain that aren't there: from, to. */
  | ({ readonly code: 'removed'; readonly from: number; readonly to: number } & Pick<
      PlaceInChain,
      'subjectKind' | 'subjectId'
    >)
  /** Later in its chain than an event that came after it. */
  | ({ readonly code: 'out-of-order' } & PlaceInChain)
  /** The end of a chain isn't where its events end. */
  | ({
      readonly code: 'other-end';
      /** As the chain's end says it; null where there is no such chain. */
      readonly stated: number | null;
      /** The last event that is there; null where there is none. */
      readonly found: number | null;
    } & Pick<PlaceInChain, 'subjectKind' | 'subjectId'>)
  /** Bears a moment of a day that was sealed, long before it was written. */
  | ({ readonly code: 'backdated'; readonly at: string; readonly sealed: string } & PlaceInChain)
  /** A day's seal isn't that of its events. */
  | {
      readonly code: 'seal-differs';
      readonly day: string;
      /** Events until the day's end: as the seal says, and as there are. */
      readonly stated: number;
      readonly found: number;
    }
  /** A seal's moment is spelled as the program never spells it. */
  | { readonly code: 'seal-overspelled'; readonly day: string }
  /** A seal was made after another one than stands before it now. */
  | { readonly code: 'seal-other-before'; readonly day: string }
  /** Days between two seals that have none. */
  | { readonly code: 'seal-removed'; readonly from: string; readonly to: string }
  /** A day that was exported has another seal, or none. */
  | { readonly code: 'export-differs'; readonly day: string; readonly there: boolean }
  /** A digest that was exported is no seal's. */
  | { readonly code: 'digest-unknown'; readonly digest: string }
  /** What was exported beyond the last seal isn't what is there. */
  | {
      readonly code: 'tail-differs';
      readonly lastEvent: string;
      readonly stated: number;
      readonly found: number;
    };
