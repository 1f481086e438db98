import type { Actor } from '@fuchi/record-person/actor';
import { ROLES } from '@fuchi/workflow/role';
import type { Findings, Refused } from '@fuchi/workflow/workflow';
import type { UnitChange } from './unit-change-store.ts';
import { UNIT_CHANGE, type UnitChangeGuard, type UnitChangeState } from './unit-change-workflow.ts';

/** What stands against each command, as whoever acts. */
export function changeFindings(
  { unit, into, askedBy }: Pick<UnitChange, 'unit' | 'into' | 'askedBy'>,
  actor: Pick<Actor, 'account' | 'organisation'>,
): Findings<UnitChangeGuard> {
  const gone = [unit, into].find((each) => each && !each.active);
  return {
    asking: actor.organisation.id === unit.id ? undefined : {},
    receiving: actor.organisation.id === into?.id ? undefined : {},
    'not-own': actor.account === askedBy.account ? {} : undefined,
    'units-there': gone && { unit: gone.name },
  };
}

/** Why a command isn't carried out, as a sentence. */
export function changeRefusedText(refused: Refused<UnitChangeGuard>): string {
  switch (refused.code) {
    case 'unknown-command':
      return '没有这种操作';
    case 'wrong-state':
      return `申请的状态已经变化（${stateName(refused.state)}），请刷新`;
    case 'wrong-role':
      return `这一步由${refused.by.map((role) => ROLES[role].name).join('、')}办理`;
    case 'nothing-said':
      return `请写明${refused.asks}`;
    case 'guard':
      return guardText(refused.guard, refused.facts['unit'] ?? '');
  }
}

function guardText(guard: UnitChangeGuard, unit: string): string {
  switch (guard) {
    case 'asking':
      return '由提出申请的单位办理';
    case 'receiving':
      return '由被并入的一方办理';
    case 'not-own':
      return '不能审核自己提出的申请';
    case 'units-there':
      return `${unit}已经关闭`;
  }
}

function stateName(state: string): string {
  return Object.hasOwn(UNIT_CHANGE.states, state)
    ? UNIT_CHANGE.states[state as UnitChangeState].name
    : state;
}
