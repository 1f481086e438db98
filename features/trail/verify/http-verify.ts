import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { sendFile } from '@fuchi/platform-server/api/send-file';
import { localDay } from '@fuchi/platform-server/clock/local-day';
import { localMoment } from '@fuchi/platform-server/clock/local-moment';
import { BUSY } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { change } from '@fuchi/record-event/change';
import type { NewEvent } from '@fuchi/record-event/event';
import { lastSeal, sealDue, seals } from '@fuchi/record-event/seal-store';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import * as z from 'zod';
import * as contract from '../contract.ts';
import { READERS } from '../read/http-trail.ts';
import type { TrailContext } from '../trail-context.ts';
import { againstText, readAgainst } from './against.ts';
import { digestText } from './digest-file.ts';
import { trailDigest } from './digest-store.ts';
import { faultText } from './fault-text.ts';
import { verifyTrail } from './verify-store.ts';

const PAGE = 100;
const SUBJECT = { kind: 'system', id: 'trail' } as const;

const SEALS: DeskOperation<z.infer<typeof contract.sealQuery>, undefined, contract.SealPage> = {
  id: 'listSeals',
  method: 'GET',
  path: '/api/trail/seals',
  permission: READERS,
  says: '查看每日封存',
  query: contract.sealQuery,
  reply: contract.sealPage,
};
const DIGEST: DeskOperation<undefined, undefined, unknown> = {
  id: 'exportTrailDigest',
  method: 'GET',
  path: '/api/trail/digest',
  permission: READERS,
  says: '导出操作记录摘要',
  reply: z.unknown(),
};
const VERIFY: DeskOperation<
  undefined,
  z.infer<typeof contract.verifyBody>,
  contract.VerifyReply
> = {
  id: 'verifyTrail',
  method: 'POST',
  path: '/api/trail/verify',
  permission: READERS,
  says: '核对操作记录',
  body: contract.verifyBody,
  reply: contract.verifyReply,
};

/** Seals, and what they prove: days closed, digests to take along, the trail recomputed and held against them. */
export function verifyingRoutes(routes: DeskRoutes<Actor>, { db, moment }: TrailContext): void {
  const note = (actor: Actor, event: NewEvent) =>
    change(db, byActor(actor), moment().now, (_work, record) => record(event));

  routes.add(SEALS, async ({ query }) => {
    const { postponed } = await sealDue(db, moment().now);
    const found = await seals(db, {
      most: PAGE + 1,
      ...(query.before && { before: query.before }),
    });
    const shown = found.slice(0, PAGE);
    const last = await lastSeal(db);
    const { count } = await db
      .selectFrom('event')
      .select((e) => e.fn.countAll<string>().as('count'))
      .where('id', '>', last?.lastEvent ?? '0')
      .executeTakeFirstOrThrow();
    return {
      seals: shown.map((seal, i) => ({
        day: seal.day,
        events: seal.events - (found[i + 1]?.events ?? 0),
        total: seal.events,
        lastEvent: seal.lastEvent,
        digest: seal.digest,
        sealedAt: seal.sealedAt.toISOString(),
      })),
      next: found.length > PAGE ? (shown.at(-1)?.day ?? null) : null,
      unsealed: Number(count),
      postponed,
    };
  });

  routes.add(DIGEST, async ({ actor, request, reply }) => {
    const { now } = moment();
    await sealDue(db, now);
    const digest = await trailDigest(db, localMoment(now));
    await note(demandActor(actor), {
      subject: SUBJECT,
      kind: 'digest-exported',
      after: { day: digest.seals.at(-1)?.day ?? null },
    });
    return sendFile(request, reply, {
      type: 'text/plain; charset=utf-8',
      name: `操作记录摘要-${localDay(now)}.txt`,
      content: Buffer.from(digestText(digest)),
    });
  });

  const alone = oneAtATime();
  routes.add(VERIFY, async ({ actor, body }) => {
    const who = demandActor(actor);
    const against = readAgainst(body.against);
    const found = await alone(() => verifyTrail(db, against));
    await note(who, {
      subject: SUBJECT,
      kind: 'trail-verified',
      after: { events: found.events, faults: found.faults.length + found.moreFaults },
    });
    const { day, ...counted } = found;
    return {
      ...counted,
      against: against ? againstText(against, day) : null,
      faults: found.faults.map((fault) => ({ code: fault.code, says: faultText(fault) })),
    };
  });
}

/** The whole trail is read: somebody who asks meanwhile is told to come again. */
function oneAtATime() {
  let busy = false;
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (busy) throw new HttpFault(BUSY, BUSY.when, { retryAfter: 30 });
    busy = true;
    try {
      return await work();
    } finally {
      busy = false;
    }
  };
}
