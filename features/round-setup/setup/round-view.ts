import type { Database } from '@fuchi/platform-server/database/open-database';
import { guideVersion } from '@fuchi/record-guide-version/guide-version-store';
import type { Actor } from '@fuchi/record-person/actor';
import type { Round } from '@fuchi/record-round/round';
import { clockFor } from '@fuchi/record-round/round-clock';
import { ROUND, type RoundGuard } from '@fuchi/record-round/round-workflow';
import type { SignOff } from '@fuchi/record-sign-off/sign-off';
import { signOffsOf } from '@fuchi/record-sign-off/sign-off-store';
import type { Regions } from '@fuchi/values/region';
import { buttons, type Findings } from '@fuchi/workflow/workflow';
import type { RoundRow, RoundView } from '../contract.ts';
import { refusedText } from '../refusal.ts';
import { guideParts } from './guide-parts.ts';
import { contentOf } from './round-in-reach.ts';
import { roundWorld, toldFaults } from './round-world.ts';

const NOBODY = { line: null, territory: null } as const;

/** A round as lists show it. */
export async function roundRow(db: Database, round: Round): Promise<RoundRow> {
  const guide = await guideVersion(db, round.guide);
  const waiting = (await roundSignOffs(db, round)).some(({ state }) => state === 'waiting');
  const at = (kind: 'opening' | 'applicant') => {
    const clock = clockFor(round.settings, kind, NOBODY);
    return clock ? new Date(clock.at).toISOString() : null;
  };
  return {
    id: round.id,
    year: round.year,
    name: round.name,
    guideTitle: guide?.title ?? '',
    guideVersion: guide?.version ?? '',
    state: round.state,
    stateName: ROUND.states[round.state].name,
    openLines: round.settings.lines.filter(({ open }) => open).length,
    opening: at('opening'),
    deadline: at('applicant'),
    waiting,
  };
}

/** A round as its page shows it: what is set, what is wrong with it, what may be done, what is being signed. */
export async function roundView(
  db: Database,
  regions: Regions,
  actor: Actor,
  round: Round,
  now: Date,
): Promise<RoundView> {
  const content = await contentOf(db, round);
  const world = await roundWorld(db, regions, content);
  const faults = round.state === 'withdrawn' ? [] : toldFaults(content, world);
  const signOffs = await roundSignOffs(db, round);
  const findings: Findings<RoundGuard> = {
    complete: faults.length === 0 ? undefined : {},
    ...guardFindings(round, signOffs, now),
  };
  return {
    id: round.id,
    year: round.year,
    state: round.state,
    stateName: ROUND.states[round.state].name,
    revision: round.revision,
    content: {
      ...content,
      recommenders: [...content.recommenders],
    },
    guide: guideParts(world.guide),
    faults,
    buttons: buttons(ROUND, round.state, actor.role, findings)
      .filter(({ command }) => !BY_OTHERS.includes(command))
      .map(({ command, name, asks, held }) => ({
        command,
        name,
        asks: asks ?? null,
        held: held ? refusedText(held).zh : null,
      })),
    signOffs: signOffs.map(signOffRow),
    publishedAt: round.openedAt?.toISOString() ?? null,
    closedAt: round.closedAt?.toISOString() ?? null,
  };
}

/** What a page has no button for: saving is its own, and these two are done by signing. */
const BY_OTHERS: readonly string[] = ['save', 'publish', 'decline'];

/** What stands against commands, but for what is wrong with the settings. */
export function guardFindings(
  { settings }: Pick<Round, 'settings'>,
  signOffs: readonly SignOff[],
  now: Date,
): Findings<RoundGuard> {
  const open = settings.clocks.some(({ kind, at }) => kind !== 'opening' && new Date(at) > now);
  const waiting = signOffs.some(({ state }) => state === 'waiting');
  return { past: open ? {} : undefined, 'none-waiting': waiting ? {} : undefined };
}

/** What was and is signed of a round, the newest first. */
export function roundSignOffs(
  db: Database,
  { id }: Pick<Round, 'id'>,
): Promise<readonly SignOff[]> {
  return signOffsOf(db, { kind: 'round', id });
}

function signOffRow(signOff: SignOff): RoundView['signOffs'][number] {
  const { id, content, state, begunAt, begunBy, chain, signatures } = signOff;
  return {
    id,
    title: content.title,
    state,
    begunAt: begunAt.toISOString(),
    begunBy: begunBy.name,
    next: state === 'waiting' ? (chain.steps[signatures.length]?.name ?? '') : '',
    declined: signatures.find(({ agreed }) => !agreed)?.opinion ?? null,
  };
}
