import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Work } from '@fuchi/platform-server/database/open-database';
import { NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { lockOwnApplication } from '@fuchi/record-application/application-store';
import { isWritable } from '@fuchi/record-application/application-workflow';
import { peopleOf, tell } from '@fuchi/record-notice/tell';
import type { Actor } from '@fuchi/record-person/actor';
import { APPLICANTS } from '../applicants.ts';
import { type OpenApplication, withRound } from '../open-application.ts';
import { NOT_NOW, notOpen } from '../refusal.ts';
import { type Statement, statementFor, wasAsked } from './statement-store.ts';

/** What a recommender answers, with its application. */
export interface HeldStatement {
  readonly statement: Statement;
  readonly open: OpenApplication;
}

/** Why a statement that isn't in the state can't be answered. */
const OTHERWISE = {
  asked: { zh: '这份申请已经办结', en: 'It is settled already' },
  given: { zh: '这份意见没有出具，或者已经收回', en: 'It is not given' },
} as const;

/**
 * One in a state, of an application whose draft is open and stays so until the transaction ends.
 * @example const held = await holdStatement(work, actor, { id, state: 'asked' });
 */
export async function holdStatement(
  work: Work,
  actor: Actor,
  { id, state }: { readonly id: string; readonly state: keyof typeof OTHERWISE },
): Promise<HeldStatement | { readonly fault: HttpFault }> {
  const seen = await statementFor(work, actor, id);
  if (!seen) return { fault: await gone(work, actor, id) };
  const application = await lockOwnApplication(work, seen.organisation, seen.application);
  // Read anew: it may have been taken back, or sent elsewhere, before the lock was there.
  const statement = await statementFor(work, actor, id);
  if (!application || !statement) return { fault: await gone(work, actor, id) };
  if (statement.state !== state) return { fault: new HttpFault(NOT_NOW, OTHERWISE[state]) };
  if (!isWritable(application.state)) return { fault: notOpen(application.state) };
  return { statement, open: await withRound(work, application) };
}

/** Whoever was asked, and filled in the form meanwhile, is told why it is in vain. */
async function gone(work: Work, actor: Actor, id: string): Promise<HttpFault> {
  if (!(await wasAsked(work, actor, id))) return new HttpFault(NO_SUCH);
  return new HttpFault(NOT_NOW, {
    zh: '申报单位已经撤回这份申请，或者改选了推荐单位、放弃了申报，不用再办',
    en: 'The applicant has taken it back',
  });
}

/**
 * Tells the applicant what became of its statement; the title says yes or no, the body of which project.
 * @param what `given`, `declined`: each is told, however often it comes about
 */
export async function tellApplicants(
  work: Work,
  { statement, open }: HeldStatement,
  { what, title, body }: { readonly what: string; readonly title: string; readonly body: string },
  now: Date,
): Promise<void> {
  const { application } = open;
  const project = application.title === '' ? '' : `“${application.title}”：`;
  await tell(
    work,
    await peopleOf(work, application.organisation, APPLICANTS, localDay(now)),
    {
      kind: 'statement',
      title,
      body: `${project}${statement.recommenderName}${body}`,
      leadsTo: `/applications/${application.id}/statements`,
      about: `statement-${statement.id}/${what}-${now.toISOString()}`,
      urgent: true,
    },
    now,
  );
}
