import type { Work } from '@fuchi/platform-server/database/open-database';
import { type Application, lockOwnApplication } from '@fuchi/record-application/application-store';
import { APPLICATION, type ApplicationGuard } from '@fuchi/record-application/application-workflow';
import { lockApplicant } from '@fuchi/record-application/lock-applicant';
import { missingSeals } from '@fuchi/record-application/seal-store';
import { type KeptVersion, versionOf } from '@fuchi/record-application/version-store';
import { type Changed, changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { decide, type Findings, type Refused } from '@fuchi/workflow/workflow';
import type { ApplicationContext } from '../application-context.ts';
import { blocked, wholeCheck } from '../check/whole-check.ts';
import { findingsNow } from '../findings-now.ts';
import { lockNumbers } from '../numbers/lock-numbers.ts';
import { type OpenApplication, withRound } from '../open-application.ts';
import { saidApplication } from '../said-content.ts';
import { pageRanges } from '../seal/page-ranges.ts';
import type { ReceiptView } from './contract.ts';
import { keepReceipt, nextNumber, receiptsOf } from './receipt-store.ts';

export interface Submission {
  readonly id: string;
  readonly key: string;
  /** When the request arrived, by the portal's clock: it decides about the deadline. */
  readonly arrived: Date;
}

export type SubmitRefused =
  | Refused<ApplicationGuard>
  | { readonly code: 'none' }
  | { readonly code: 'late'; readonly version: number; readonly deadline: Date }
  /** Nothing changed: it was received before. */
  | { readonly code: 'received'; readonly receipt: ReceiptView };

/**
 * 提交: looks at everything anew and receives the version that was frozen, in one transaction. Sent again, whether after
 * a double click, a retry or a lost answer, it finds the receipt of the first time.
 */
export async function submit(
  context: Pick<ApplicationContext, 'db' | 'regions'>,
  actor: Actor,
  asked: Submission,
  now: Date,
): Promise<Changed<ReceiptView, SubmitRefused>> {
  const { arrived, key, id } = asked;
  return changeOrRefuse<ReceiptView, SubmitRefused>(
    context.db,
    byActor(actor),
    now,
    async (work, record, refuse) => {
      const own = await lockOwnApplication(work, actor.organisation.id, id);
      if (!own) return refuse({ code: 'none' });
      const before = await receivedBefore(work, own, key);
      if (before) return refuse({ code: 'received', receipt: before });
      await lockApplicant(work, own);
      await lockNumbers(work, own);
      const open = await withRound(work, own);
      const given = { role: actor.role, said: '' };
      const early = decide(APPLICATION, own.state, 'submit', {
        ...given,
        findings: findingsNow(open, arrived),
      });
      if (!early.ok) {
        const { deadline } = open;
        const late = early.refused.code === 'guard' && deadline && arrived > deadline;
        return refuse(late ? { code: 'late', version: own.version, deadline } : early.refused);
      }
      const version = await versionOf(work, own);
      if (!version) throw new Error(`application ${id} is finalised and has no version`);
      const decision = decide(APPLICATION, own.state, 'submit', {
        ...given,
        findings: await findingsOf({ ...context, db: work }, open, now),
      });
      if (!decision.ok) return refuse(decision.refused);
      const number = own.number ?? (await nextNumber(work, open.round.year, own.line));
      const receipt = await keepReceipt(
        work,
        receiptOf(open, version, actor, number, arrived),
        key,
      );
      await work
        .updateTable('application')
        .set({
          state: decision.to,
          number,
          submitted_at: arrived,
          submitted_by: actor.account,
          returned_at: null,
        })
        .where('id', '=', id)
        .execute();
      await record({
        subject: { kind: 'application', id },
        kind: decision.event,
        before: { state: own.state },
        after: {
          state: decision.to,
          version: own.version,
          receipt: receipt.number,
          receivedAt: receipt.receivedAt,
          digest: receipt.digest,
        },
        guide: own.guide,
      });
      return receipt;
    },
  );
}

/** By the key; or by the version, which can be received once only. */
async function receivedBefore(
  work: Work,
  { id, state, version }: Application,
  key: string,
): Promise<ReceiptView | undefined> {
  const known = await work
    .selectFrom('receipt')
    .select('version')
    .where('application_id', '=', id)
    .where('key', '=', key)
    .executeTakeFirst();
  const wanted = known?.version ?? (state === 'submitted' ? version : undefined);
  const receipts = wanted === undefined ? [] : await receiptsOf(work, id);
  return receipts.find((receipt) => receipt.version === wanted);
}

async function findingsOf(
  on: { readonly db: Work; readonly regions: ApplicationContext['regions'] },
  open: OpenApplication,
  now: Date,
): Promise<Findings<ApplicationGuard>> {
  const { id, version } = open.application;
  const said = await saidApplication(on, open, now);
  const missing = await missingSeals(on.db, id, version);
  const pages = missing.map(({ title, pages: some }) => `${title}第${pageRanges(some)}页`);
  return {
    complete: blocked(await wholeCheck(on.db, said, now)),
    sealed: pages.length === 0 ? undefined : { 缺: pages.join('；') },
  };
}

function receiptOf(
  { application, round, guide, organisation }: OpenApplication,
  { content, digest }: KeptVersion,
  actor: Actor,
  number: string,
  arrived: Date,
) {
  return {
    number,
    application: application.id,
    version: content.version,
    contentDigest: digest,
    guide: application.guide,
    round: round.name,
    line: application.line,
    lineTitle: guide.lines.find(({ id }) => id === application.line)?.title ?? application.line,
    title: content.title,
    organisation: organisation.name,
    creditCode: organisation.creditCode,
    recommender: content.recommender?.name ?? '',
    receivedAt: arrived.toISOString(),
    submittedBy: actor.name,
  };
}
