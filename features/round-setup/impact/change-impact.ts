import type { Asking } from '@fuchi/platform-server/answering/worker-pool';
import { VERDICT_WORDS } from '@fuchi/policy/sentence/words';
import type { Round } from '@fuchi/record-round/round';
import { roundTerms } from '@fuchi/record-round/round-terms';
import type { SheetRow } from '@fuchi/record-sign-off/contract';
import { figureText } from '@fuchi/ui/assessment/figure-text';
import type { RoundApplication, RoundSetupContext } from '../round-setup-context.ts';
import type { RoundWorld } from '../setup/round-world.ts';
import type { RoundContent } from '../sheet/round-sheet.ts';
import type { Impact, ImpactApplication, ImpactSide, ImpactVerdict } from './guide-impact.ts';

/** What a change of a round does to the applications that are there. */
export interface ChangeImpact {
  readonly applications: number;
  readonly changed: number;
  /** The first of them, in words. */
  readonly rows: readonly SheetRow[];
}

interface Side {
  readonly content: RoundContent;
  readonly world: RoundWorld;
}

/** Applications judged in one go of the thread: it answers for each go in bounded time. */
const IN_ONE_GO = 200;
const ROWS_TOLD = 500;
const SECTION = '受影响的申报';

/** Judges every application of a round as it is and as it would be; those that differ are told, with both. */
export async function changeImpact(
  { db, workOnGuide, applicationsOf }: RoundSetupContext,
  round: Round,
  before: Side,
  after: Side,
  asking: Asking,
  now: Date,
): Promise<ChangeImpact> {
  const applications = await applicationsOf(db, round, now);
  const titles = new Map(applications.map(({ id, title }) => [id, title]));
  const found: Impact[] = [];
  for (let at = 0; at < applications.length; at += IN_ONE_GO) {
    const outcome = await workOnGuide(
      {
        kind: 'impact',
        before: sideOf(before),
        after: sideOf(after),
        applications: applications
          .slice(at, at + IN_ONE_GO)
          .map((application) => judged(application, before, after)),
      },
      asking,
    );
    if (outcome.kind !== 'impact') throw new Error('the thread did something else');
    found.push(...outcome.impact);
  }
  return {
    applications: applications.length,
    changed: found.length,
    rows: found.slice(0, ROWS_TOLD).map((impact) => ({
      section: SECTION,
      label: titles.get(impact.id) ?? impact.id,
      value: impact.after ? verdictText(impact.after) : '指南里不再有这个项目类别',
      before: verdictText(impact.before),
    })),
  };
}

function sideOf({ content, world }: Side): ImpactSide {
  const { call, otherReadings } = content.settings;
  return { guide: world.guide, options: { call, otherReadings } };
}

function judged(
  { id, line, territory, facts, asOf }: RoundApplication,
  before: Side,
  after: Side,
): ImpactApplication {
  const clocks = ({ content, world }: Side) =>
    roundTerms(content.settings, world.guide, { line, territory }).clocks;
  return { id, line, facts, asOf, clocks: { before: clocks(before), after: clocks(after) } };
}

/** @example verdictText({ verdict: 'eligible', ceiling: { amount: '400' } }) // '符合，补助上限400万元' */
export function verdictText({ verdict, ceiling }: ImpactVerdict): string {
  const words = VERDICT_WORDS[verdict];
  return ceiling === null
    ? words
    : `${words}，补助上限${figureText('amount' in ceiling ? ceiling.amount : ceiling, '万元')}`;
}
