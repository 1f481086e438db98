import type { ApplicationGuard } from '@fuchi/record-application/application-workflow';
import { clockOf } from '@fuchi/record-round/round-clock';
import { deadlineText } from '@fuchi/ui/moment-text';
import type { Findings } from '@fuchi/workflow/workflow';
import type { OpenApplication } from './open-application.ts';

/**
 * What can be said without looking at the whole application: whether it is still time. The deadline's own moment is in
 * time; a round without clocks opens nothing.
 */
export function findingsNow(
  { round, clockOf: of, deadline }: Pick<OpenApplication, 'round' | 'clockOf' | 'deadline'>,
  now: Date,
): Findings<ApplicationGuard> {
  const opening = clockOf(round.settings, 'opening', of);
  if (!opening || !deadline) return { 'in-time': { 时限: '批次没有设定申报时限' } };
  if (now < opening) return { 'in-time': { 开放: deadlineText(opening.toISOString()) } };
  return now <= deadline ? {} : { 'in-time': { 截止: deadlineText(deadline.toISOString()) } };
}
