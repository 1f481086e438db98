import { loadGuide } from '@fuchi/platform-server/load-guide';
import { compile, NO_OPTIONS, type Program } from '@fuchi/policy/assess/program';
import { regionsFrom } from '@fuchi/values/region';
import { Chance } from '../sound/chance.ts';
import { type Ground, groundOf } from '../sound/sample.ts';
import { enterprise, FITS, type Fit, fitOf, fitting } from './applicant-pool.ts';
import { askedByFile, askedFirstMissing, askedMissingByFile } from './asking.ts';
import { type Dossier, dossierOf } from './dossier.ts';

/** Sums over applicants: answers in the three orders, and how many facts were asked. */
export interface Tally {
  readonly applicants: number;
  readonly first: number;
  readonly byFile: number;
  readonly missingByFile: number;
  readonly firstFacts: number;
  readonly byFileFacts: number;
}

export interface LineOrder {
  readonly line: string;
  readonly program: Program;
  readonly byFit: Readonly<Record<Fit, Tally>>;
  readonly total: Tally;
  readonly dossiers: readonly Dossier[];
  /** Applicants for whom some order ended in another verdict than they have. */
  readonly wrong: readonly string[];
}

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const guide = loaded.checked;
const parsed = regionsFrom(guide.guide.regions);
if (!parsed.ok) throw new Error(parsed.code);
const regions = parsed.value;

/** Lines that are assessed: those of other modes ask nothing. */
export const LINES = guide.lines
  .filter((l) => l.mode === '申报' || l.mode === '免申即享')
  .map((l) => l.id);

const NOTHING: Tally = {
  applicants: 0,
  first: 0,
  byFile: 0,
  missingByFile: 0,
  firstFacts: 0,
  byFileFacts: 0,
};

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (a, b) => ({
      applicants: a.applicants + b.applicants,
      first: a.first + b.first,
      byFile: a.byFile + b.byFile,
      missingByFile: a.missingByFile + b.missingByFile,
      firstFacts: a.firstFacts + b.firstFacts,
      byFileFacts: a.byFileFacts + b.byFileFacts,
    }),
    NOTHING,
  );
}

/**
 * Asks applicants of one line in three orders.
 * @param starts how many fitting enterprises the applicants are varied from
 */
export function measureLine(
  lineId: string,
  applicants: number,
  starts: number,
  seed: number,
): LineOrder {
  const { ground, program } = groundFor(lineId);
  const chance = new Chance(seed);
  const fits = fitting(ground, starts, chance);
  if (fits.length === 0) throw new Error(`${lineId}: nobody fits`);
  const byFit: Record<Fit, Tally> = {
    fits: NOTHING,
    'fails one condition': NOTHING,
    'fails several': NOTHING,
  };
  const dossiers: Dossier[] = [];
  const wrong: string[] = [];
  while (dossiers.length < applicants) {
    const e = enterprise(ground, fits, chance);
    if (!e) continue;
    const dossier = dossierOf(guide, regions, e);
    dossiers.push(dossier);
    const first = askedFirstMissing(program, dossier);
    const byFile = askedByFile(program, dossier);
    const missingByFile = askedMissingByFile(program, dossier);
    const verdicts = [first, byFile, missingByFile].map((a) => a.verdict);
    if (verdicts.some((v) => v !== e.judgement.verdict)) {
      wrong.push(`${lineId}: ${verdicts.join(', ')} instead of ${e.judgement.verdict}`);
    }
    const fit = fitOf(e);
    byFit[fit] = sum([
      byFit[fit],
      {
        applicants: 1,
        first: first.answers,
        byFile: byFile.answers,
        missingByFile: missingByFile.answers,
        firstFacts: first.facts.length,
        byFileFacts: byFile.facts.length,
      },
    ]);
  }
  const total = sum(FITS.map((f) => byFit[f]));
  return { line: lineId, program, byFit, total, dossiers, wrong };
}

function groundFor(lineId: string): { ground: Ground; program: Program } {
  const line = guide.lines.find((l) => l.id === lineId);
  const program = compile(guide, lineId, NO_OPTIONS);
  if (!line || !program) throw new Error(`${lineId}: no such line`);
  const round = { otherReadings: new Set<string>(), call: [] };
  // What only another reading asks isn't told.
  const ground = { ...groundOf(guide, line, round, regions.all), asked: program.asked };
  return { ground, program };
}
