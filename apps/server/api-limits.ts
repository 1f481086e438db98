import type { Limit } from '@fuchi/platform-server/api/api-document';
import {
  ANSWER_TIME,
  ANSWERS_WAITING,
  BODY_LIMIT,
  REQUEST_TIMEOUT,
} from '@fuchi/platform-server/limits';
import type { Rates } from '@fuchi/platform-server/rate-limit';

/** What bounds any request, for the documentation. */
export function apiLimits({ ready, answers }: Rates): readonly Limit[] {
  const megabytes = `${BODY_LIMIT / 1024 / 1024} MB`;
  const seconds = REQUEST_TIMEOUT / 1000;
  const answer = ANSWER_TIME / 1000;
  const { ofOne, all } = ANSWERS_WAITING;
  return [
    {
      name: { zh: '请求内容的大小', en: 'Size of a body' },
      value: { zh: `最多${megabytes}`, en: `at most ${megabytes}` },
    },
    {
      name: { zh: '查询的频率（GET）', en: 'Rate of look-ups (GET)' },
      value: perMinute(ready),
    },
    {
      name: { zh: '评估的频率（POST）', en: 'Rate of assessments (POST)' },
      value: perMinute(answers),
    },
    {
      name: { zh: '发送一个请求的时间', en: 'Time to send a request' },
      value: { zh: `最多${seconds}秒`, en: `at most ${seconds} seconds` },
    },
    {
      name: { zh: '一次评估的计算时间', en: 'Time to work on one assessment' },
      value: { zh: `最多${answer}秒`, en: `at most ${answer} seconds` },
    },
    {
      name: { zh: '同时等候的评估', en: 'Assessments waiting at the same time' },
      value: {
        zh: `每个网络地址最多${ofOne}个，合计最多${all}个`,
        en: `at most ${ofOne} from one address, ${all} in all`,
      },
    },
  ];
}

function perMinute(times: number) {
  return {
    zh: `每个网络地址每分钟最多${times}次`,
    en: `at most ${times} a minute from one address`,
  };
}
