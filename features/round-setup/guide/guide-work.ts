import { checkGuideFiles } from '@fuchi/platform-server/load-guide';
import { caseFaults } from '@fuchi/policy/case/case-faults';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { allFaults } from '@fuchi/record-guide-version/all-faults';
import { type GuideFault, guideFault } from '@fuchi/record-guide-version/guide-fault';
import {
  guideImpact,
  type Impact,
  type ImpactApplication,
  type ImpactSide,
} from '../impact/guide-impact.ts';
import { type GuideZipRefusal, guideZip } from './guide-zip.ts';

/** What takes seconds with a guide, in a thread of its own: it can be sent to one. */
export type GuideTask =
  | { readonly kind: 'check'; readonly from: 'zip'; readonly bytes: Uint8Array }
  | { readonly kind: 'check'; readonly from: 'files'; readonly files: ReadonlyMap<string, string> }
  | {
      readonly kind: 'impact';
      readonly before: ImpactSide;
      readonly after: ImpactSide;
      readonly applications: readonly ImpactApplication[];
    };

export type GuideOutcome =
  /** A file that isn't a guide folder. */
  | { readonly kind: 'refused'; readonly code: GuideZipRefusal; readonly file: string }
  | {
      readonly kind: 'checked';
      readonly checked: CheckedGuide;
      readonly files: ReadonlyMap<string, string>;
      /** How many there are, and the first of them by file and line. */
      readonly count: number;
      readonly faults: readonly GuideFault[];
    }
  | { readonly kind: 'impact'; readonly impact: readonly Impact[] };

/** Faults of one guide that are told at once: whoever mends these checks anew. */
const FAULTS_TOLD = 500;
const CASE_FAULTS_TOLD = 50;

/** Checks guides, worked cases included, and says what they change: what a thread of `apps/server/guide-worker.ts` does. */
export function guideWork(task: GuideTask): GuideOutcome {
  if (task.kind === 'impact') {
    return { kind: 'impact', impact: [...guideImpact(task.before, task.after, task.applications)] };
  }
  if (task.from === 'files') return checked(task.files);
  const zip = guideZip(Buffer.from(task.bytes));
  return zip.ok ? checked(zip.files) : { kind: 'refused', code: zip.code, file: zip.file };
}

function checked(files: ReadonlyMap<string, string>): GuideOutcome {
  const loaded = checkGuideFiles(files);
  const own = allFaults(loaded);
  // Only a guide without faults has cases worth running.
  const faults = own.length > 0 ? own : firstCaseFaults(loaded.checked, files);
  return {
    kind: 'checked',
    checked: loaded.checked,
    files,
    count: faults.length,
    faults: faults.slice(0, FAULTS_TOLD),
  };
}

function firstCaseFaults(
  guide: CheckedGuide,
  files: ReadonlyMap<string, string>,
): readonly GuideFault[] {
  const found: GuideFault[] = [];
  for (const fault of caseFaults(guide, files)) {
    found.push(guideFault(fault));
    if (found.length >= CASE_FAULTS_TOLD) break;
  }
  return found;
}
