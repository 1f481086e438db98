import { BUSY, TOO_COSTLY } from '../fault-kind.ts';
import { HttpFault } from '../http-fault.ts';
import type { Wording } from '../wording.ts';

/** @param timeLimit milliseconds after which any worker is free again, at the latest */
export function busy(timeLimit: number): HttpFault {
  const wait = Math.ceil(timeLimit / 1000);
  return new HttpFault(
    BUSY,
    {
      zh: `正在计算的请求过多，请${wait}秒后再试`,
      en: `Too many questions are being worked on; try again in ${wait} s`,
    },
    { retryAfter: wait },
  );
}

/**
 * @param timeLimit milliseconds the question was given
 * @param advice what to send instead
 */
export function tooCostly(timeLimit: number, advice: Wording): HttpFault {
  const most = timeLimit / 1000;
  return new HttpFault(TOO_COSTLY, {
    zh: `这个请求计算量过大，${most}秒内算不出来。${advice.zh}`,
    en: `This question takes too much work: no answer within ${most} s. ${advice.en}`,
  });
}
