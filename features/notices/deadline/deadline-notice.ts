import { localMoment } from '@fuchi/platform-server/clock/local-moment';
import type { Notice } from '@fuchi/record-notice/tell';

const HOUR = 3_600_000;
/** How long before a deadline it is told; what is a day away or less is told at once. */
const STEPS = [
  { id: '2h', before: 2 * HOUR, says: '2小时', urgent: true },
  { id: '1d', before: 24 * HOUR, says: '1天', urgent: true },
  { id: '3d', before: 72 * HOUR, says: '3天', urgent: false },
  { id: '7d', before: 168 * HOUR, says: '7天', urgent: false },
] as const;

export interface UnsubmittedDraft {
  readonly application: string;
  /** The line's. */
  readonly lineTitle: string;
  /** 填报中, 已定稿, 退回修改 */
  readonly stateName: string;
  readonly deadline: Date;
}

/**
 * What is told of a draft that isn't submitted: of the steps that are reached the nearest alone, so that a draft begun
 * late, or a clock set on, brings one notice and not four. A deadline that is put off is told anew.
 * @returns undefined while it is far, or once it has passed
 */
export function deadlineNotice(draft: UnsubmittedDraft, now: Date): Notice | undefined {
  const left = draft.deadline.getTime() - now.getTime();
  if (left <= 0) return undefined;
  const step = STEPS.find(({ before }) => left <= before);
  if (!step) return undefined;
  const at = localMoment(draft.deadline).slice(0, 16);
  return {
    kind: 'deadline',
    title: `“${draft.lineTitle}”的申报还没有提交，不到${step.says}就截止`,
    body: `申报截止时间是${at}。这份申报现在是“${draft.stateName}”，逾期不能提交。`,
    leadsTo: `/applications/${draft.application}`,
    about: `application-${draft.application}/deadline-${step.id}-${draft.deadline.toISOString()}`,
    urgent: step.urgent,
  };
}
