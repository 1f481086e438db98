import type { FaultKind } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import type { ApplicationGuard } from '@fuchi/record-application/application-workflow';
import { APPLICATION, type ApplicationState } from '@fuchi/record-application/application-workflow';
import type { Refused } from '@fuchi/workflow/workflow';

const kind = (status: number, code: string, zh: string, en: string): FaultKind => ({
  status,
  code,
  when: { zh, en },
});

/** The draft takes nothing: it is frozen, lies with the authorities or was given up. */
export const NOT_OPEN = kind(
  409,
  'not-open',
  '申报现在不能修改',
  'The application can not be changed now',
);
/** A command that the table, or a guard, refuses; the message says which and why. */
export const NOT_NOW = kind(409, 'not-now', '现在不能这样办', 'This can not be done now');
export const NOT_IN_TIME = kind(
  409,
  'not-in-time',
  '不在申报时间内',
  'It is not the time for applications',
);

const ENGLISH: Readonly<Record<ApplicationState, string>> = {
  draft: 'being filled in',
  finalised: 'finalised',
  submitted: 'submitted',
  returned: 'returned',
  withdrawn: 'given up',
};

/** @example throw notOpen('finalised') */
export function notOpen(state: ApplicationState): HttpFault {
  return new HttpFault(NOT_OPEN, {
    zh: `申报${APPLICATION.states[state].name}，不能修改`,
    en: `The application is ${ENGLISH[state]} and can not be changed`,
  });
}

const GUARDS: Readonly<Record<ApplicationGuard, string>> = {
  'in-time': '不在申报时间内',
  complete: '检查没有通过',
  sealed: '盖章页没有交齐，还缺',
  current: '指南已更正',
  returnable: '退回后已不能重新提交',
};
/** Guards whose facts are moments, each by its name. */
const OF_CLOCKS: readonly ApplicationGuard[] = ['in-time', 'returnable'];

/** Why a command isn't carried out, as a button or an answer says it. */
export function refusalText(refused: Refused<ApplicationGuard>): string {
  switch (refused.code) {
    case 'unknown-command':
      return '没有这个操作';
    case 'wrong-state':
      return '申报的状态已经变化，请刷新';
    case 'wrong-role':
      return '您的角色不能这样办';
    case 'nothing-said':
      return `请写明${refused.asks}`;
    case 'guard': {
      const facts = Object.entries(refused.facts).map(([name, text]) =>
        OF_CLOCKS.includes(refused.guard) ? `${name} ${text}` : text,
      );
      return `${GUARDS[refused.guard]}：${facts.join('，')}`;
    }
  }
}

/** A command that the table or a guard refuses, as an answer. */
export function refusedCommand(refused: Refused<ApplicationGuard>): HttpFault {
  const zh = refusalText(refused);
  return new HttpFault(NOT_NOW, { zh, en: `Refused: ${refused.code}` });
}
