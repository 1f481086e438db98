import { randomUUID } from 'node:crypto';
import { CHAIN_START, eventDigest } from '@fuchi/record-event/event-digest';
import pg from 'pg';
import { ask } from './asking.ts';
import type { Applicant } from './set-up.ts';

export interface Saturation {
  /** Saves a second through the portal, and the same rows, events and digests straight in SQL. */
  readonly portal: number;
  readonly sql: number;
  readonly ratio: number;
}

const AT_ONCE = 20;
const SECONDS = 10;

/** As many saves as go, first through the portal, then in SQL; both twenty at once, each into drafts of its own. */
export async function saturation(
  url: string,
  databaseUrl: string,
  applicants: readonly Applicant[],
): Promise<Saturation> {
  const writers = applicants.slice(0, AT_ONCE);
  const portal = await perSecond(writers, async (applicant, n) => {
    const body = { saves: [{ path: `fact/班次/m${n}/班次名称`, value: randomUUID(), base: 0 }] };
    const path = `${url}/api/applications/${applicant.draft}/fields`;
    const { status } = await ask(path, applicant, 'POST', body);
    if (status !== 200) throw new Error(`a save answered ${status}`);
  });
  const pool = new pg.Pool({ connectionString: databaseUrl, max: AT_ONCE });
  try {
    const sql = await perSecond(writers, (applicant, n) => saveInSql(pool, applicant, n));
    return { portal, sql, ratio: portal / sql };
  } finally {
    await pool.end();
  }
}

async function perSecond(
  writers: readonly Applicant[],
  save: (applicant: Applicant, n: number) => Promise<void>,
): Promise<number> {
  const until = performance.now() + SECONDS * 1000;
  let count = 0;
  await Promise.all(
    writers.map(async (applicant) => {
      for (let n = 0; performance.now() < until; n += 1) {
        await save(applicant, n);
        count += 1;
      }
    }),
  );
  return count / SECONDS;
}

/** What a save writes, in the order in which it does. */
async function saveInSql(pool: pg.Pool, { draft, account }: Applicant, n: number): Promise<void> {
  const client = await pool.connect();
  const path = `fact/班次/s${n}/班次名称`;
  const value = randomUUID();
  const at = new Date();
  try {
    await client.query('begin');
    await client.query('select id from application where id = $1 for update', [draft]);
    const { rows } = await client.query<{ revision: string }>(
      'update application set revision = revision + 1 where id = $1 returning revision',
      [draft],
    );
    await client.query(
      `insert into application_field (application_id, path, value, revision, changed_at, changed_by)
       values ($1, $2, $3, $4, $5, $6)`,
      [draft, path, JSON.stringify(value), rows[0]?.revision, at, account],
    );
    const { rows: ends } = await client.query<{ number: number; digest: string }>(
      `select number, digest from event_chain
       where subject_kind = 'application' and subject_id = $1 for update`,
      [draft],
    );
    const end = ends[0] ?? { number: 0, digest: CHAIN_START };
    const before = { [path]: null };
    const after = { [path]: value };
    const by = { account, role: null, organisation: null, standsInFor: null, address: null };
    const digest = eventDigest({
      at,
      subject: { kind: 'application', id: draft },
      number: end.number + 1,
      kind: 'draft-saved',
      ...by,
      before,
      after,
      guide: null,
      previousDigest: end.digest,
    });
    await client.query(
      `insert into event (at, subject_kind, subject_id, number, kind, account_id, before, after, previous_digest, digest)
       values ($1, 'application', $2, $3, 'draft-saved', $4, $5, $6, $7, $8)`,
      [
        at,
        draft,
        end.number + 1,
        account,
        JSON.stringify(before),
        JSON.stringify(after),
        end.digest,
        digest,
      ],
    );
    await client.query(
      `update event_chain set number = $2, digest = $3
       where subject_kind = 'application' and subject_id = $1`,
      [draft, end.number + 1, digest],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}
