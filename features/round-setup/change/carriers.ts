import type { Wording } from '@fuchi/platform-server/wording';
import type { Round } from '@fuchi/record-round/round';
import type { RoundCommand } from '@fuchi/record-round/round-workflow';
import { ROUND } from '@fuchi/record-round/round-workflow';
import { changeRound, lockRound } from '@fuchi/record-round/round-write';
import type { SignOffCarrier } from '@fuchi/record-sign-off/carrier';
import { decide } from '@fuchi/workflow/workflow';
import { proposal, SIGNED_COMMANDS, type SignedCommand } from './proposal.ts';

const MEANWHILE: Wording = {
  zh: '送签以后批次又有了变化，不能按这份内容办理，请退回重新送签',
  en: 'The round changed since this was sent to be signed',
};

/** What becomes of a round when what was sent to be signed is signed, declined or taken back. */
export const ROUND_CARRIERS: readonly SignOffCarrier[] = SIGNED_COMMANDS.map((command) => ({
  subject: 'round',
  command,
  lock: async (work, id) => void (await lockRound(work, id)),
  agreed: async (work, record, signOff, { actor, now }) => {
    const { revision, content } = proposal.parse(signOff.content.payload);
    const round = await lockRound(work, signOff.subject.id);
    if (!round || round.revision !== revision) return MEANWHILE;
    const to = target(round, command);
    if (!to) return MEANWHILE;
    const { name, guide, settings, recommenders } = content ?? {};
    await changeRound(
      work,
      record,
      round,
      {
        state: to.state,
        ...(name !== undefined && { name }),
        ...(guide !== undefined && { guide }),
        ...(settings && { settings }),
        ...(recommenders && { recommenders }),
      },
      { kind: to.event, more: { signOff: signOff.id, lastSignedAs: actor.role } },
      now,
    );
    return undefined;
  },
  ended: async (work, record, signOff, { state, said }, { actor, now }) => {
    // A published round goes on as it is while a change of it is signed; only a draft waits.
    if (command !== 'publish') return;
    const round = await lockRound(work, signOff.subject.id);
    const back = state === 'declined' ? 'decline' : 'recall';
    if (!round) throw new Error(`round ${signOff.subject.id} is gone`);
    const may = decide(ROUND, round.state, back, { role: actor.role, said, findings: {} });
    if (!may.ok) throw new Error(`round ${signOff.subject.id} can't be taken back from signing`);
    await changeRound(
      work,
      record,
      round,
      { state: may.to },
      { kind: may.event, more: { signOff: signOff.id, said } },
      now,
    );
  },
}));

/** Where a command leads from where the round is. The chain was asked for the role, the sender for the guards. */
function target(round: Round, command: SignedCommand) {
  const { from, to, event }: (typeof ROUND.commands)[RoundCommand] = ROUND.commands[command];
  return from.includes(round.state) ? { state: to, event } : undefined;
}
