import { badInput } from '@fuchi/platform-server/api/read-body';
import { type FaultKind, NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault, type NamedFault } from '@fuchi/platform-server/http-fault';
import type { AppointmentRefused } from '@fuchi/record-person/appointment';
import { ORGANISATION_KINDS, ROLES } from '@fuchi/workflow/role';
import type { DisablingRefused, LeavingRefused } from './leaving.ts';

export type PeopleRefused =
  | AppointmentRefused
  | LeavingRefused
  | DisablingRefused
  | { readonly code: 'no-such' }
  | { readonly code: 'no-login' }
  | { readonly code: 'not-here'; readonly role: keyof typeof ROLES }
  | { readonly code: 'unknown-line'; readonly line: string }
  | { readonly code: 'past' }
  | { readonly code: 'stands-in' }
  | { readonly code: 'no-colleague' }
  | { readonly code: 'state-already'; readonly active: boolean };

/** What stands against what was asked; where a field would have to change, at the field. */
export function peopleFault(refused: PeopleRefused): HttpFault {
  const at = (path: string, message: string, messageEn: string): HttpFault =>
    badInput<NamedFault>([{ path, code: refused.code, message, messageEn }], (fault) => fault);
  const no = (message: string, en: string): HttpFault =>
    new HttpFault({ ...REFUSED, code: refused.code }, { zh: message, en });
  switch (refused.code) {
    case 'no-such':
    case 'no-account':
    case 'no-organisation':
      return new HttpFault(NO_SUCH);
    case 'no-login':
      return at('login', '没有这个账号，或者它已停用', 'There is no such active account');
    case 'ends-before-it-begins':
      return at('until', '结束日期早于开始日期', 'It ends before it begins');
    case 'past':
      return at('until', '结束日期已经过去', 'The last day is past');
    case 'wrong-organisation': {
      const [role, of] = [ROLES[refused.role].name, ORGANISATION_KINDS[refused.of]];
      return at('role', `${role}只能在${of}任职`, 'The role is held in another kind of unit');
    }
    case 'not-here':
      return at(
        'role',
        `您不能给${ROLES[refused.role].name}这个岗位`,
        'You may not give this role',
      );
    case 'lines-without-need':
      return at('lines', `${ROLES[refused.role].name}不分项目类别`, 'The role has no lines');
    case 'unknown-line':
      return at('lines', `没有“${refused.line.slice(0, 60)}”这个项目类别`, 'Unknown line');
    case 'held-already':
      return at('role', '已经担任这个岗位', 'The role is held already');
    case 'two-people': {
      const [held, role] = [ROLES[refused.held].name, ROLES[refused.role].name];
      return at(
        'role',
        `本人已是${held}，不能再任${role}：这两个岗位必须由不同的人担任`,
        'These two duties must be held by two people',
      );
    }
    case 'own-duty':
      return no('不能免去自己的岗位，请另一名管理员办理', 'Nobody ends his own duty');
    case 'own-account':
      return no('不能停用自己的账号', 'Nobody disables his own account');
    case 'last-one':
      return no(
        `这是唯一的一名${ROLES[refused.role].name}，请先让另一个人担任`,
        'Somebody else has to hold the role first',
      );
    case 'stands-in':
      return no('代办期间不能交接管理员，请本人办理', 'A stand-in cannot hand over');
    case 'no-colleague':
      return at('to', '只能交给本单位在岗的同事', 'Only to a colleague of the unit');
    case 'state-already':
      return no(
        refused.active ? '账号已经是启用的' : '账号已经停用',
        'The account is in that state already',
      );
  }
}

const REFUSED: FaultKind = {
  status: 409,
  code: 'refused',
  when: { zh: '现在不能这样做', en: 'This cannot be done now' },
};
