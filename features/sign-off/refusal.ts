import { CHANGED_MEANWHILE, type FaultKind, NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import type { SignRefused } from '@fuchi/record-sign-off/sign';

const NOT_TO_SIGN: FaultKind = {
  status: 409,
  code: 'not-to-sign',
  when: { zh: '现在不能签', en: 'It cannot be signed now' },
};

/** Why a signature wasn't taken, for whoever signs. */
export function signFault(refused: SignRefused): HttpFault {
  const no = (zh: string, en: string) => new HttpFault(NOT_TO_SIGN, { zh, en });
  switch (refused.code) {
    case 'no-such':
      return new HttpFault(NO_SUCH);
    case 'other-content':
      return new HttpFault(CHANGED_MEANWHILE);
    case 'finished':
      return no('这件已经签完、退回或撤回了，请刷新页面', 'It waits for nobody any more');
    case 'wrong-step-role':
      return no(`现在是“${refused.step}”一步，不由您签`, 'The next step is another role’s');
    case 'holds-another-step':
      return no(
        `您或您代办的人已签过“${refused.step}”一步，一个人不能签两步`,
        'Nobody signs two steps of one chain',
      );
    case 'no-opinion':
      return no('请写意见', 'Say what you think of it');
    case 'not-carried-out':
      return no(refused.why.zh, refused.why.en);
  }
}
