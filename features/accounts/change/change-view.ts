import type { Actor } from '@fuchi/record-person/actor';
import { buttons } from '@fuchi/workflow/workflow';
import type { ChangeView } from '../contract-change.ts';
import { changeFindings, changeRefusedText } from './change-findings.ts';
import type { ConcernedUnit, UnitChange } from './unit-change-store.ts';
import { UNIT_CHANGE } from './unit-change-workflow.ts';

/** A change as whoever looks sees it, with what he may do about it now. */
export function changeView(change: UnitChange, actor: Actor): ChangeView {
  const { kind, state, unit, into, people, proof } = change;
  const findings = changeFindings(change, actor);
  const offered = buttons(UNIT_CHANGE, state, actor.role, findings).filter(
    // Whose affair it isn't gets no button at all.
    ({ held }) => held?.code !== 'guard' || !['asking', 'receiving'].includes(held.guard),
  );
  return {
    id: change.id,
    kind,
    kindName: kind === 'rename' ? '更名' : '并入',
    state,
    stateName: UNIT_CHANGE.states[state].name,
    unit: unitOf(unit),
    newName: change.newName ?? null,
    into: into ? unitOf(into) : null,
    people: people === undefined ? null : PEOPLE[people],
    reason: change.reason,
    recommender: change.recommender,
    askedBy: change.askedBy.name,
    askedAt: change.askedAt.toISOString(),
    decidedAt: change.decidedAt?.toISOString() ?? null,
    opinion: change.opinion ?? null,
    proof: { name: proof.name, size: proof.size },
    buttons: offered.map(({ command, name, asks, held }) => ({
      command,
      name,
      asks: asks !== undefined,
      held: held === undefined ? null : changeRefusedText(held),
    })),
  };
}

const PEOPLE = {
  move: '填报人、提交人转入新单位，管理员转为填报人',
  end: '岗位全部终止',
} as const;

function unitOf({ name, creditCode }: ConcernedUnit) {
  return { name, creditCode: creditCode ?? null };
}
