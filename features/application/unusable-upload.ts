import { badInput } from '@fuchi/platform-server/api/read-body';
import type { HttpFault } from '@fuchi/platform-server/http-fault';

/** The upload a body names in one of its fields isn't there, not one's own, not whole, or used already. */
export function unusableUpload(field = 'upload'): HttpFault {
  return badInput([field], (path) => ({
    path,
    code: 'unusable-upload',
    message: '上传的文件不能用，请重新上传',
    messageEn: 'The upload can not be used; upload it again',
  }));
}
