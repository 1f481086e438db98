import type { Work } from '@fuchi/platform-server/database/open-database';
import type { Recorder } from '@fuchi/record-event/change';
import { chainOf } from '@fuchi/record-round/contract-chains';
import type { Round } from '@fuchi/record-round/round';
import { ROUND, type RoundGuard, type RoundState } from '@fuchi/record-round/round-workflow';
import { changeRound } from '@fuchi/record-round/round-write';
import { beginSignOff } from '@fuchi/record-sign-off/begin-sign-off';
import type { Carrying } from '@fuchi/record-sign-off/carrier';
import type { SignOffContent } from '@fuchi/record-sign-off/contract';
import { signOffsOf } from '@fuchi/record-sign-off/sign-off-store';
import type { Regions } from '@fuchi/values/region';
import { decide, type Findings } from '@fuchi/workflow/workflow';
import type { CommandBody } from '../contract.ts';
import { badPart, type RoundRefusal } from '../refusal.ts';
import { contentOf, lockInReach } from '../setup/round-in-reach.ts';
import { guardFindings } from '../setup/round-view.ts';
import { roundWorld, toldFaults } from '../setup/round-world.ts';
import { publicationSheet, type SignedCommand, signedContent } from './proposal.ts';

type Refuse = (why: RoundRefusal) => never;

/** @returns where the round is then */
export async function giveCommand(
  work: Work,
  record: Recorder,
  asked: CommandBody & { readonly id: string; readonly regions: Regions },
  at: Carrying,
  refuse: Refuse,
): Promise<{ state: RoundState; revision: number }> {
  const { id, command, said, regions } = asked;
  const { actor, now } = at;
  const round = await lockInReach(work, actor, id);
  if (!round) return refuse({ code: 'no-such' });
  if (round.revision !== asked.revision) return refuse({ code: 'changed-meanwhile' });
  const content = await contentOf(work, round);
  const world = await roundWorld(work, regions, content);
  // Faults of what is only to be ended hold nobody up.
  const faults = command === 'send' ? toldFaults(content, world, now) : [];
  if (faults.length > 0) {
    const named = faults.map(({ path, message }) => badPart(path, 'round-fault', message, message));
    return refuse({ code: 'faults', faults: named });
  }
  const signOffs = await signOffsOf(work, { kind: 'round', id });
  const findings: Findings<RoundGuard> = guardFindings(round, signOffs, now);
  const may = decide(ROUND, round.state, command, { role: actor.role, said, findings });
  if (!may.ok) return refuse({ code: 'refused', refused: may.refused });
  if (command === 'send') {
    const sheet = await publicationSheet(work, round, content, world);
    const payload = { revision: round.revision + 1, content: null };
    await moveRound(work, record, round, may, said, at);
    await begin(
      work,
      record,
      round,
      'publish',
      signedContent('publish', round.name, sheet, said, payload),
      at,
      refuse,
    );
    return { state: may.to, revision: round.revision + 1 };
  }
  if (command === 'cancel') {
    const sheet = {
      rows: [{ section: '批次和指南', label: '状态', value: '已撤销', before: '已发布' }],
      comparedWith: '现行内容',
    };
    const payload = { revision: round.revision, content: null };
    await begin(
      work,
      record,
      round,
      'cancel',
      signedContent('cancel', round.name, sheet, said, payload),
      at,
      refuse,
    );
    return { state: round.state, revision: round.revision };
  }
  await moveRound(work, record, round, may, said, at);
  return { state: may.to, revision: round.revision + 1 };
}

function moveRound(
  work: Work,
  record: Recorder,
  round: Round,
  { to, event }: { readonly to: RoundState; readonly event: string },
  said: string,
  { now }: Carrying,
): Promise<void> {
  const more = said === '' ? {} : { said };
  return changeRound(work, record, round, { state: to }, { kind: event, more }, now);
}

/** Lets something of a round wait for its chain. What is signed is signed by the chain that is in force. */
export async function begin(
  work: Work,
  record: Recorder,
  round: Round,
  command: SignedCommand,
  content: SignOffContent,
  at: Carrying,
  refuse: Refuse,
): Promise<void> {
  const chain = chainOf(round.settings, command === 'publish' ? 'round-publish' : 'round-change');
  const begun = await beginSignOff(
    work,
    record,
    { subject: { kind: 'round', id: round.id }, command, chain, content, opinion: content.reason },
    at,
  );
  if (!('refused' in begun)) return;
  if (begun.refused.code === 'waiting-already') return refuse({ code: 'waiting-already' });
  // Faults of the chain were looked at, and who sends it holds its first step.
  throw new Error(`a round's chain didn't begin: ${begun.refused.code}`);
}
