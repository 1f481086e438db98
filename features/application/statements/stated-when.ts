import { badInput } from '@fuchi/platform-server/api/read-body';
import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { FaultKind } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import type { StatementKind } from '@fuchi/record-application/contract-statement';
import { clockOf } from '@fuchi/record-round/round-clock';
import { deadlineText, momentText } from '@fuchi/ui/moment-text';
import type { OpenApplication } from '../open-application.ts';

/** It came when the application could no longer be handed in. */
const TOO_LATE: FaultKind = {
  status: 409,
  code: 'statement-too-late',
  when: { zh: '申报截止以后不能再出具意见', en: 'No statement after the deadline' },
};

/** Until when a statement may be recorded: as long as the application can be handed in. */
export function tooLate(
  { deadline }: Pick<OpenApplication, 'deadline'>,
  arrived: Date,
): HttpFault | undefined {
  if (deadline !== undefined && arrived <= deadline) return undefined;
  const until = deadline ? deadlineText(deadline.toISOString()) : '没有设定';
  const came = momentText(arrived.toISOString());
  return new HttpFault(TOO_LATE, {
    zh: `申报截止时间：${until}；提交时间：${came}。截止以后不能再出具意见`,
    en: `Deadline: ${deadline?.toISOString() ?? 'none'}; came: ${arrived.toISOString()}`,
  });
}

/**
 * The last day of the applicant's clock: one that ends with a day counts that day.
 * @returns 2022-04-15; undefined where the round sets none
 */
export function lastDayOf({
  round,
  clockOf: of,
}: Pick<OpenApplication, 'round' | 'clockOf'>): string | undefined {
  const deadline = clockOf(round.settings, 'applicant', of);
  return deadline && localDay(new Date(deadline.getTime() - 1));
}

/** What is wrong with the date of a statement: still to come, or accepted after the applicant's deadline. */
export function wrongDay(
  open: Pick<OpenApplication, 'round' | 'clockOf'>,
  { kind, statedOn }: { readonly kind: StatementKind; readonly statedOn: string },
  now: Date,
): HttpFault | undefined {
  const today = localDay(now);
  if (statedOn > today) {
    return fault('in-future', `日期不能晚于今天：所填${statedOn}，今天${today}`, today);
  }
  const last = lastDayOf(open);
  if (kind !== 'acceptance' || (last !== undefined && statedOn <= last)) return undefined;
  return fault(
    'after-deadline',
    `验收应在申报截止日期前完成：所填${statedOn}，截止${last ?? '没有设定'}`,
    last ?? 'none',
  );
}

function fault(code: string, message: string, limit: string): HttpFault {
  return badInput([code], () => ({
    path: 'statedOn',
    code,
    message,
    messageEn: `Not after ${limit}`,
  }));
}
