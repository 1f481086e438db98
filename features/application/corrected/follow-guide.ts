import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Work } from '@fuchi/platform-server/database/open-database';
import type { ApplicationState } from '@fuchi/record-application/application-workflow';
import type { Recorder } from '@fuchi/record-event/change';
import { peopleOf, tell } from '@fuchi/record-notice/tell';
import { roundById } from '@fuchi/record-round/round-store';
import { APPLICANTS } from '../applicants.ts';

const AHEAD_OF_SUBMISSION = new Set<string>([
  'draft',
  'returned',
  'finalised',
] satisfies ApplicationState[]);

/**
 * After a round's guide was corrected: what is still written in goes by the corrected guide at once, in the transaction
 * of the correction; what is frozen keeps the guide it was frozen under and can't be submitted, until it is reopened.
 * What was received was received under its own. Whoever is to look again is told.
 * @example await followGuide(work, record, round, now);
 */
export async function followGuide(
  work: Work,
  record: Recorder,
  round: string,
  now: Date,
): Promise<void> {
  const current = await roundById(work, round);
  if (!current) throw new Error(`round ${round} is gone`);
  // All of them: one that is being taken back just now is waited for.
  const locked = await work
    .selectFrom('application')
    .select(['id', 'organisation_id', 'title', 'state', 'guide_digest'])
    .where('round_id', '=', round)
    .where('guide_digest', '<>', current.guide)
    .orderBy('id')
    .forUpdate()
    .execute();
  const behind = locked.filter(({ state }) => AHEAD_OF_SUBMISSION.has(state));
  for (const { id, organisation_id, title, state, guide_digest } of behind) {
    const open = state !== 'finalised';
    if (open) {
      await work
        .updateTable('application')
        .set({ guide_digest: current.guide })
        .where('id', '=', id)
        .execute();
      await record({
        subject: { kind: 'application', id },
        kind: 'application-guide-corrected',
        before: { guide: guide_digest },
        after: { guide: current.guide },
        guide: current.guide,
      });
    }
    const project = title === '' ? '申报' : `“${title}”`;
    const todo = open
      ? '请按更正后的指南重新检查。'
      : '已定稿的一版不能提交，请点“重新修改”，检查后重新定稿、盖章。';
    await tell(
      work,
      await peopleOf(work, organisation_id, APPLICANTS, localDay(now)),
      {
        kind: 'guide-corrected',
        title: '申报批次的指南已更正',
        body: `${project}：${todo}`,
        leadsTo: `/applications/${id}/check`,
        about: `application-${id}/guide-${current.guide}`,
        urgent: true,
      },
      now,
    );
  }
}
