import type { Untraced } from '@fuchi/guide/guide';
import type { AnnexFinding } from './annex/annex-finding.ts';
import type { Uncovered } from './coverage/uncovered.ts';
import type { DataFigure } from './data/data-figure.ts';
import type { IdleLine } from './match/idle-lines.ts';
import type { SenseFault } from './match/sense-faults.ts';
import type { Occurrence } from './text/occurrence.ts';

/** What a trace finds that isn't as it should be. */
export type Finding =
  /** A number of the body that no figure of the data carries and no reason excuses. */
  | { readonly code: 'uncarried'; readonly occurrence: Occurrence }
  /** A figure of the data that no number of the text states. */
  | { readonly code: 'unstated'; readonly figure: DataFigure; readonly because: string }
  /** A figure that another one states already. */
  | { readonly code: 'doubled'; readonly figure: DataFigure; readonly because: string }
  /** The text says 不低于, the data >. */
  | ({ readonly code: 'sense' } & SenseFault)
  /** A number said of a line whose data doesn't use it. */
  | ({ readonly code: 'line-without' } & IdleLine)
  /** A clause or phrase that the data of a line doesn't say. */
  | ({ readonly code: 'uncovered' } & Uncovered)
  /** An annex and its data aren't the same, word for word. */
  | AnnexFinding
  /** An entry of untraced.yaml that excuses nothing. */
  | { readonly code: 'idle-reason'; readonly entry: Untraced };
