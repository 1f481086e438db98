import type { NamedFault } from '@fuchi/platform-server/http-fault';
import type { DelegationRefused } from '@fuchi/record-person/delegation-store';
import { ROLES } from '@fuchi/workflow/role';

/** Why nobody may stand in so, at the field that would have to change. */
export function delegationFault(
  refused: DelegationRefused | { readonly code: 'past' },
): NamedFault {
  const fault = (path: string, message: string, messageEn: string): NamedFault => ({
    path,
    code: refused.code,
    message,
    messageEn,
  });
  switch (refused.code) {
    case 'past':
      return fault('until', '这段时间已经过去', 'These days are past');
    case 'ends-before-it-begins':
      return fault('until', '结束日期早于开始日期', 'It ends before it begins');
    case 'delegated-already':
      return fault(
        'from',
        `${refused.from}至${refused.until}已经请了人代办`,
        `Somebody stands in from ${refused.from} until ${refused.until}`,
      );
    case 'two-people':
      return fault(
        'to',
        `${ROLES[refused.held].name}不能代办${ROLES[refused.role].name}，这两个岗位必须由不同的人担任`,
        'These two duties must be held by two people',
      );
    case 'no-appointment':
      return fault('appointment', '这个岗位已经不是您的', 'This duty is not yours any more');
    default:
      return fault('to', '只能请本单位在岗的同事代办', 'Only a colleague of the organisation may');
  }
}
