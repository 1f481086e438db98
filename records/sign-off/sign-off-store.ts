import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { SubjectKind } from '@fuchi/record-event/event';
import type { Actor } from '@fuchi/record-person/actor';
import { isRole } from '@fuchi/workflow/role';
import { sql } from 'kysely';
import * as z from 'zod';
import { chainStep, signOffContent } from './contract.ts';
import type { KeptSignature, SignOff } from './sign-off.ts';
import { hasNextStep, hasOwnStep } from './sign-off-reach.ts';

const MOST = 200;

/** What waits for somebody's signature, the oldest first. */
export async function waitingFor(db: Database, actor: Actor): Promise<readonly SignOff[]> {
  const rows = await signOffs(db)
    .where('s.state', '=', 'waiting')
    .where(hasNextStep(actor))
    .orderBy('s.id')
    .limit(MOST)
    .execute();
  return withSignatures(db, rows);
}

/** What somebody has a part in by his role, or began, the newest first. */
export async function signOffsFor(db: Database, actor: Actor): Promise<readonly SignOff[]> {
  const rows = await within(db, actor).orderBy('s.id', 'desc').limit(MOST).execute();
  return withSignatures(db, rows);
}

/** One of `signOffsFor`; everything else isn't there. */
export async function signOffFor(
  db: Database,
  actor: Actor,
  id: string,
): Promise<SignOff | undefined> {
  const row = await within(db, actor).where('s.id', '=', id).executeTakeFirst();
  return row && (await withSignatures(db, [row]))[0];
}

/** What was and is signed about one thing, the newest first: for whoever may see the thing. */
export async function signOffsOf(
  db: Database | Work,
  subject: { readonly kind: SubjectKind; readonly id: string },
  command?: string,
): Promise<readonly SignOff[]> {
  let query = signOffs(db)
    .where('s.subject_kind', '=', subject.kind)
    .where('s.subject_id', '=', subject.id);
  if (command !== undefined) query = query.where('s.command', '=', command);
  return withSignatures(db, await query.orderBy('s.id', 'desc').limit(MOST).execute());
}

/** Whether the next step of a sign-off is somebody's to sign. */
export async function isNextOf(db: Database, actor: Actor, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('sign_off as s')
    .select('s.id')
    .where('s.id', '=', id)
    .where('s.state', '=', 'waiting')
    .where(hasNextStep(actor))
    .executeTakeFirst();
  return row !== undefined;
}

/** A sign-off as it stands, locked until the transaction ends. */
export async function lockSignOff(work: Work, id: string): Promise<SignOff | undefined> {
  const locked = await work
    .selectFrom('sign_off')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!locked) return undefined;
  const row = await signOffs(work).where('s.id', '=', id).executeTakeFirstOrThrow();
  return (await withSignatures(work, [row]))[0];
}

function within(db: Database, actor: Actor) {
  return signOffs(db).where((or) =>
    or.or([hasOwnStep(actor), or('s.begun_by', '=', actor.account)]),
  );
}

function signOffs(db: Database | Work) {
  return db
    .selectFrom('sign_off as s')
    .innerJoin('account as a', 'a.id', 's.begun_by')
    .innerJoin('organisation as o', 'o.id', 's.organisation_id')
    .select([
      's.id',
      's.subject_kind',
      's.subject_id',
      's.command',
      sql<unknown>`s.chain`.as('chain'),
      sql<unknown>`s.content`.as('content'),
      's.content_digest',
      's.state',
      's.begun_by',
      'a.name as begun_by_name',
      's.organisation_id',
      'o.name as organisation_name',
      's.begun_at',
      's.ended_at',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof signOffs>['execute']>>[number];

async function withSignatures(
  db: Database | Work,
  rows: readonly Row[],
): Promise<readonly SignOff[]> {
  if (rows.length === 0) return [];
  const signed = await signaturesOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => signOffOf(row, signed.get(row.id) ?? []));
}

async function signaturesOf(
  db: Database | Work,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly KeptSignature[]>> {
  const rows = await db
    .selectFrom('signature as g')
    .innerJoin('account as a', 'a.id', 'g.account_id')
    .innerJoin('account as h', 'h.id', 'g.holder_id')
    .innerJoin('organisation as o', 'o.id', 'g.organisation_id')
    .select([
      'g.sign_off_id',
      'g.step',
      'g.agreed',
      'g.opinion',
      'g.account_id',
      'g.holder_id',
      'a.name',
      'h.name as holder_name',
      'g.role',
      'o.name as organisation',
      'g.signed_on',
      'g.signed_at',
    ])
    .where('g.sign_off_id', 'in', ids)
    .orderBy('g.step')
    .execute();
  const bySignOff = new Map<string, KeptSignature[]>();
  for (const row of rows) {
    if (!isRole(row.role)) throw new Error(`a signature in an unknown role: ${row.role}`);
    const signature: KeptSignature = {
      step: row.step,
      agreed: row.agreed,
      opinion: row.opinion,
      account: row.account_id,
      holder: row.holder_id,
      date: row.signed_on,
      name: row.name,
      holderName: row.holder_name,
      role: row.role,
      organisation: row.organisation,
      at: row.signed_at,
    };
    const before = bySignOff.get(row.sign_off_id);
    if (before) before.push(signature);
    else bySignOff.set(row.sign_off_id, [signature]);
  }
  return bySignOff;
}

const keptChain = z.strictObject({ id: z.string(), name: z.string(), steps: z.array(chainStep) });
const STATES = ['waiting', 'agreed', 'declined', 'withdrawn'] as const;

function signOffOf(row: Row, signatures: readonly KeptSignature[]): SignOff {
  const state = STATES.find((each) => each === row.state);
  if (!state) throw new Error(`unknown state of a sign-off: ${row.state}`);
  return {
    id: row.id,
    // Written by `beginSignOff` alone, from a closed list.
    subject: { kind: row.subject_kind as SubjectKind, id: row.subject_id },
    command: row.command,
    chain: keptChain.parse(row.chain),
    content: signOffContent.parse(row.content),
    digest: row.content_digest,
    state,
    begunBy: { account: row.begun_by, name: row.begun_by_name },
    organisation: { id: row.organisation_id, name: row.organisation_name },
    begunAt: row.begun_at,
    endedAt: row.ended_at,
    signatures,
  };
}
