import type { ApplicationGuard } from '@fuchi/record-application/application-workflow';
import { clockOf } from '@fuchi/record-round/round-clock';
import { deadlineText } from '@fuchi/ui/moment-text';
import type { Findings } from '@fuchi/workflow/workflow';
import type { OpenApplication } from './open-application.ts';

type Seen = Pick<OpenApplication, 'application' | 'round' | 'clockOf' | 'deadline'>;

/**
 * What can be said without looking at the whole application: whether it is still time, and whether the guide it was
 * frozen under is the round's still.
 */
export function findingsNow(open: Seen, now: Date): Findings<ApplicationGuard> {
  const { application, round } = open;
  const current = application.guide === round.guide ? {} : { current: CORRECTED };
  return { ...inTime(open, now), ...current };
}

const CORRECTED = { 办法: '请点“重新修改”，按更正后的指南检查，再定稿、盖章' };

/** The deadline's own moment is in time; a round without clocks opens nothing. */
function inTime({ round, clockOf: of, deadline }: Seen, now: Date): Findings<ApplicationGuard> {
  const opening = clockOf(round.settings, 'opening', of);
  if (!opening || !deadline) return { 'in-time': { 时限: '批次没有设定申报时限' } };
  if (now < opening) return { 'in-time': { 开放: deadlineText(opening.toISOString()) } };
  return now <= deadline ? {} : { 'in-time': { 截止: deadlineText(deadline.toISOString()) } };
}
