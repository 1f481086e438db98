import { Readable } from 'node:stream';
import type { UnprintableCharacter } from '@fuchi/documents/pdf/pdf-writer';
import type { Asking } from '@fuchi/platform-server/answering/worker-pool';
import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { lockOwnApplication } from '@fuchi/record-application/application-store';
import {
  APPLICATION,
  type ApplicationGuard,
  type ApplicationState,
} from '@fuchi/record-application/application-workflow';
import { contentDigest } from '@fuchi/record-application/content-digest';
import type { ApplicationContent } from '@fuchi/record-application/contract-content';
import { type Changed, changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import { canonicalJson } from '@fuchi/record-event/event-digest';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { demandDigest } from '@fuchi/record-upload/digest-lock';
import { decide, type Refused } from '@fuchi/workflow/workflow';
import type { ApplicationContext } from '../application-context.ts';
import { pdfBy } from '../application-work.ts';
import { blocked, wholeCheck } from '../check/whole-check.ts';
import { findingsNow } from '../findings-now.ts';
import { type OpenApplication, withRound } from '../open-application.ts';
import { type MadePrint, makePrints } from '../prints/make-prints.ts';
import type { SaidContent } from '../prints/read-content.ts';
import { type SaidApplication, saidApplication } from '../said-content.ts';

export type FinaliseRefused =
  | Refused<ApplicationGuard>
  | { readonly code: 'none' }
  /** Somebody wrote, or the round or a statement changed, while the prints were made. */
  | { readonly code: 'changed-meanwhile' }
  /** Somebody wrote characters that no face shows. */
  | {
      readonly code: 'unprintable';
      readonly said: SaidContent;
      readonly characters: readonly UnprintableCharacter[];
    };

export interface FinalisedBy {
  readonly actor: Actor;
  /** When the request arrived: it decides about the deadline. */
  readonly arrived: Date;
  readonly asking: Asking;
}

export interface Finalised {
  readonly version: number;
  readonly digest: string;
  readonly prints: readonly {
    readonly kind: string;
    readonly title: string;
    readonly pages: number;
  }[];
}

/** More than a print can have. */
const MOST_BYTES = 200 * 1024 * 1024;
const PDF = 'application/pdf';

/**
 * 定稿: freezes what an application says as its next version and keeps the prints of it. The prints are made before
 * anything is locked; what they were made of is compared with what stands when the lock is held.
 */
export async function finalise(
  context: ApplicationContext,
  open: OpenApplication,
  { actor, arrived, asking }: FinalisedBy,
  now: Date,
): Promise<Changed<Finalised, FinaliseRefused>> {
  const { db, files, work: ask } = context;
  const { application, guide } = open;
  const before = await saidApplication(context, open, now);
  const refused = await refusedNow(db, actor, before, { arrived, now });
  if (refused) return { ok: false, refused };
  const { said } = before;
  const version = application.version + 1;
  const content: ApplicationContent = { ...said, version, frozenAt: now.toISOString() };
  const made = await makePrints(content, guide, pdfBy(ask, asking));
  if (!made.ok) {
    return { ok: false, refused: { code: 'unprintable', said, characters: made.characters } };
  }
  const prints: StoredPrint[] = [];
  for (const print of made.prints) {
    const kept = await files.put(Readable.from([print.pdf]), MOST_BYTES);
    if (!kept.ok) throw new Error(`print ${print.kind} of ${application.id} is too large`);
    prints.push({ ...print, digest: kept.digest, size: kept.size });
  }
  return changeOrRefuse<Finalised, FinaliseRefused>(
    db,
    byActor(actor),
    now,
    async (work, record, refuse) => {
      const own = await lockOwnApplication(work, actor.organisation.id, application.id);
      if (!own) return refuse({ code: 'none' });
      const then = await saidApplication({ ...context, db: work }, await withRound(work, own), now);
      const again = await refusedNow(work, actor, then, { arrived, now });
      if (again) return refuse(again);
      if (own.version !== application.version || canonicalJson(then.said) !== canonicalJson(said)) {
        return refuse({ code: 'changed-meanwhile' });
      }
      const digest = contentDigest(content);
      await keepVersion(work, { content, digest, account: actor.account }, now);
      for (const print of prints) await keepPrint(work, content, print, now);
      await work
        .updateTable('application')
        .set({ state: 'finalised' satisfies ApplicationState, version })
        .where('id', '=', own.id)
        .execute();
      await record({
        subject: { kind: 'application', id: own.id },
        kind: APPLICATION.commands.finalise.event,
        before: { state: own.state },
        after: {
          state: 'finalised',
          version,
          digest,
          prints: Object.fromEntries(prints.map((print) => [print.kind, print.digest])),
        },
        guide: own.guide,
      });
      return {
        version,
        digest,
        prints: prints.map(({ kind, title, pages }) => ({ kind, title, pages })),
      };
    },
  );
}

interface StoredPrint extends MadePrint {
  readonly digest: string;
  readonly size: number;
}

/** What stands against finalising, by the table and the whole check; undefined where nothing does. */
async function refusedNow(
  db: Database | Work,
  { role }: Actor,
  context: SaidApplication,
  { arrived, now }: { readonly arrived: Date; readonly now: Date },
): Promise<Refused<ApplicationGuard> | undefined> {
  const given = { role, findings: findingsNow(context, arrived), said: '' };
  const first = decide(APPLICATION, context.application.state, 'finalise', given);
  if (!first.ok) return first.refused;
  const complete = blocked(await wholeCheck(db, context, now));
  const decision = decide(APPLICATION, context.application.state, 'finalise', {
    ...given,
    findings: { ...given.findings, complete },
  });
  return decision.ok ? undefined : decision.refused;
}

async function keepVersion(
  work: Work,
  {
    content,
    digest,
    account,
  }: {
    readonly content: ApplicationContent;
    readonly digest: string;
    readonly account: string;
  },
  now: Date,
): Promise<void> {
  await work
    .insertInto('application_version')
    .values({
      application_id: content.application,
      number: content.version,
      guide_digest: content.guide.digest,
      content: JSON.stringify(content),
      digest,
      frozen_at: now,
      frozen_by: account,
    })
    .execute();
}

async function keepPrint(
  work: Work,
  { application, version }: ApplicationContent,
  { kind, title, pages, digest, size }: StoredPrint,
  now: Date,
): Promise<void> {
  await demandDigest(work, digest);
  await work
    .insertInto('stored_file')
    .values({ digest, size: String(size), type: PDF, stored_at: now })
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .execute();
  await work
    .insertInto('application_print')
    .values({ application_id: application, version, kind, title, digest, pages })
    .execute();
}
