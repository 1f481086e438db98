import type { Limit } from '@fuchi/platform-server/api/api-document';
import { BODY_LIMIT, REQUEST_TIMEOUT } from '@fuchi/platform-server/limits';

/** What bounds any request, for the documentation. */
export function apiLimits(requestsAMinute: number): readonly Limit[] {
  const megabytes = `${BODY_LIMIT / 1024 / 1024} MB`;
  const seconds = REQUEST_TIMEOUT / 1000;
  return [
    {
      name: { zh: '请求内容的大小', en: 'Size of a body' },
      value: { zh: `最多${megabytes}`, en: `at most ${megabytes}` },
    },
    {
      name: { zh: '请求的频率', en: 'Rate of requests' },
      value: {
        zh: `每个地址每分钟最多${requestsAMinute}次`,
        en: `at most ${requestsAMinute} a minute from one address`,
      },
    },
    {
      name: { zh: '发送一个请求的时间', en: 'Time to send a request' },
      value: { zh: `最多${seconds}秒`, en: `at most ${seconds} seconds` },
    },
  ];
}
