import { BAD_INPUT, CHANGED_MEANWHILE, NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';

/** One part of an input that can't be as it is. */
export function badPart(path: string, code: string, zh: string, en: string): HttpFault {
  const faults = [{ path, code, message: zh, messageEn: en }];
  return new HttpFault(BAD_INPUT, { zh, en }, { faults });
}

export function noSuch(): HttpFault {
  return new HttpFault(NO_SUCH);
}

export function otherBase(): HttpFault {
  return new HttpFault(CHANGED_MEANWHILE, {
    zh: '核对以后，这份名单又有了新的一版或被撤回，请重新核对变化再导入',
    en: 'Another version of the list came meanwhile; check the changes again',
  });
}
