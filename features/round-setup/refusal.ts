import {
  BAD_INPUT,
  CHANGED_MEANWHILE,
  type FaultKind,
  NO_SUCH,
} from '@fuchi/platform-server/fault-kind';
import { HttpFault, type NamedFault } from '@fuchi/platform-server/http-fault';
import type { RoundGuard, RoundState } from '@fuchi/record-round/round-workflow';
import { ROUND } from '@fuchi/record-round/round-workflow';
import type { Refused } from '@fuchi/workflow/workflow';

const NOT_NOW: FaultKind = {
  status: 409,
  code: 'round-not-so-far',
  when: { zh: '批次现在的状态不能这样做', en: 'The round is in another state' },
};

/** Why nothing of a round changed. */
export type RoundRefusal =
  | { readonly code: 'no-such' }
  | { readonly code: 'changed-meanwhile' }
  | { readonly code: 'faults'; readonly faults: readonly NamedFault[] }
  | { readonly code: 'waiting-already' }
  | { readonly code: 'nothing-changed' }
  | { readonly code: 'refused'; readonly refused: Refused<RoundGuard> };

export function roundFault(refusal: RoundRefusal): HttpFault {
  switch (refusal.code) {
    case 'no-such':
      return new HttpFault(NO_SUCH);
    case 'changed-meanwhile':
      return new HttpFault(CHANGED_MEANWHILE);
    case 'waiting-already':
      return new HttpFault(NOT_NOW, GUARDS['none-waiting']);
    case 'nothing-changed':
      return new HttpFault(NOT_NOW, { zh: '什么都没有改，不用送签', en: 'Nothing was changed' });
    case 'faults':
      return new HttpFault(
        BAD_INPUT,
        {
          zh: refusal.faults.map(({ message }) => message).join('；'),
          en: 'The round is at fault',
        },
        { faults: refusal.faults },
      );
    case 'refused':
      return new HttpFault(NOT_NOW, refusedText(refusal.refused));
  }
}

const GUARDS: Readonly<Record<RoundGuard, { readonly zh: string; readonly en: string }>> = {
  complete: { zh: '还有没设好的地方', en: 'Something is missing or contradicts itself' },
  past: { zh: '还有截止时间没有到', en: 'Some deadline has not passed' },
  'none-waiting': {
    zh: '有一项变更正在签批，等它签完或撤回',
    en: 'A change waits for signatures',
  },
};

/** Why a command can't be given now, for a button and for a reply. */
export function refusedText(refused: Refused<RoundGuard>): {
  readonly zh: string;
  readonly en: string;
} {
  switch (refused.code) {
    case 'guard':
      return GUARDS[refused.guard];
    case 'nothing-said':
      return { zh: `请写${refused.asks}`, en: 'Say why' };
    case 'wrong-state': {
      const name = ROUND.states[refused.state as RoundState].name;
      return { zh: `批次“${name}”，不能这样做`, en: `The round is ${refused.state}` };
    }
    default:
      return NOT_NOW.when;
  }
}

/** One part of what was sent that can't be as it is. */
export function badPart(
  path: string,
  code: string,
  message: string,
  messageEn: string,
): NamedFault {
  return { path, code, message, messageEn };
}
