import { Readable } from 'node:stream';
import type { Actor } from '@fuchi/record-person/actor';
import type { Role } from '@fuchi/workflow/role';
import fc from 'fast-check';
import { decisionOf, seesEverybodys } from '../permissions/decisions.ts';
import { isForeign } from '../permissions/objects/mark.ts';
import { foreignObject, missingObject, ownObject } from '../permissions/objects/table.ts';
import {
  type Operation,
  personHere,
  routeOf,
  textOf,
  type WholePortal,
} from '../permissions/portal.ts';
import { type PlannedId, type PlannedRequest, requestOf } from './request.ts';

/** What a run found. */
export interface Fuzzed {
  readonly requests: number;
  /** Answers by the first digit of their status. */
  readonly byStatus: ReadonlyMap<string, number>;
  /** Routes that were answered with success at least once. */
  readonly succeeded: ReadonlySet<string>;
  readonly faults: readonly string[];
}

/** Longer than anything takes, on the slowest machine: who isn't answered by then never is. */
const NEVER = 60_000;
/** Of the program's inside, of the database's. */
const INSIDE =
  /\bat (?:async )?[\w.<>]+ \(|node_modules|\.ts:\d+|kysely|syntax error at|violates|relation "|column "|\bselect\b.{1,80}\bfrom\b|duplicate key|ECONN|pg_|SQLSTATE/i;

/**
 * Asks every operation of a portal what its contract takes and what it doesn't, as every role, and looks at each
 * answer: no fault of ours, nothing of the inside, nothing of somebody else's.
 * @param each so many requests of each operation
 */
export async function fuzz(
  at: WholePortal,
  {
    each,
    seed,
    report = () => undefined,
  }: { each: number; seed: number; report?: (done: number) => void },
): Promise<Fuzzed> {
  const plan = at.operations.flatMap((operation, i) =>
    fc.sample(requestOf(operation), { seed: seed + i, numRuns: each }),
  );
  // Not one operation after the other: what one does meets what another left.
  const order = fc.sample(
    fc.shuffledSubarray(
      plan.map((_, i) => i),
      { minLength: plan.length },
    ),
    {
      seed,
      numRuns: 1,
    },
  )[0];
  const byStatus = new Map<string, number>();
  const succeeded = new Set<string>();
  const faults: string[] = [];
  const people = peopleOf(at);
  const foreign = new Map<string, string>();
  for (const [done, index] of (order ?? []).entries()) {
    const planned = plan[index];
    if (!planned) continue;
    const route = routeOf(planned.operation);
    const told = at.faults.length;
    const person = planned.role && (await people(planned.role));
    const url = await addressOf(at, planned, person?.actor, foreign);
    const reply = await answered(at, planned, url, person?.cookie);
    const says = (what: string) =>
      faults.push(
        `${what}: ${planned.method} ${url.slice(0, 300)} as ${planned.role ?? 'nobody'}, ${JSON.stringify(planned.body).slice(0, 300)} ${JSON.stringify(planned.headers).slice(0, 200)}`,
      );
    if (reply === undefined) {
      says('no answer');
      continue;
    }
    const kind = `${Math.floor(reply.statusCode / 100)}xx`;
    byStatus.set(kind, (byStatus.get(kind) ?? 0) + 1);
    if (reply.statusCode < 300 && planned.method === planned.operation.method) succeeded.add(route);
    if (reply.statusCode >= 500)
      says(`${reply.statusCode} ${at.faults.slice(told).join(' ').slice(0, 1_500)}`);
    const text = textOf(reply);
    if (INSIDE.test(text) && !isFreeText(reply.headers['content-type']))
      says(`the inside is seen: ${INSIDE.exec(text)?.[0]}`);
    if (isForeign(text) && !maySeeAll(planned)) says('the mark is seen');
    if (done % 500 === 499) report(done + 1);
  }
  for (const fault of at.faults.splice(0)) faults.push(`reported: ${fault.slice(0, 1_500)}`);
  return { requests: plan.length, byStatus, succeeded, faults };
}

/** What the portal answers; undefined where it never does. */
async function answered(
  at: WholePortal,
  { method, body, headers }: PlannedRequest,
  url: string,
  cookie: string | undefined,
) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const never = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), NEVER);
  });
  const json = body.kind === 'json' ? JSON.stringify(body.value) : undefined;
  const payload = body.kind === 'bytes' ? body.bytes : json;
  const type = body.kind === 'bytes' ? body.type : 'application/json';
  const asked = at.portal.inject({
    method: method as 'GET',
    url,
    remoteAddress: '192.0.2.1',
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(payload !== undefined && { 'content-type': type }),
      ...(cookie !== undefined && { cookie }),
      ...headers,
    },
    ...(payload !== undefined && { payload }),
  });
  const reply = await Promise.race([asked, never]);
  clearTimeout(timer);
  return reply;
}

/**
 * Made from files that tests don't have: of a whole application `apps/server/application-book.db.test.ts` asks it. Here
 * it is asked of others' and of none.
 */
const OF_WHOLE_FILES = 'GET /api/applications/{application}/book';

async function addressOf(
  at: WholePortal,
  { operation, params, query }: PlannedRequest,
  actor: Actor | undefined,
  foreign: Map<string, string>,
): Promise<string> {
  const parts = new Map<string, string>();
  for (const [name, id] of Object.entries(params)) {
    const asked = id === 'own' && routeOf(operation) === OF_WHOLE_FILES ? 'missing' : id;
    parts.set(name, await idOf(at, name, asked, actor, foreign));
  }
  return operation.path.replace(/\{(\w+)\}/g, (_, name: string) => parts.get(name) ?? '') + query;
}

async function idOf(
  at: WholePortal,
  name: string,
  id: PlannedId,
  actor: Actor | undefined,
  foreign: Map<string, string>,
): Promise<string> {
  if (typeof id === 'object') return id.text;
  const missing = encodeURIComponent(missingObject(name));
  if (id === 'own' && actor) {
    const own = await ownObject(at.db, name, actor);
    await fillStore(at);
    return encodeURIComponent(own ?? missing);
  }
  if (id !== 'foreign') return missing;
  const known = foreign.get(name);
  if (known !== undefined) return known;
  const made = await foreignObject(at.db, name);
  await fillStore(at);
  if (made !== undefined) foreign.set(name, encodeURIComponent(made));
  return encodeURIComponent(made ?? missing);
}

const FILLED = new WeakMap<WholePortal['files'], Set<string>>();

/** Objects of tests name files of which only the rows are there: gives each some content. */
async function fillStore({ db, files }: WholePortal): Promise<void> {
  const known = FILLED.get(files) ?? new Set<string>();
  FILLED.set(files, known);
  const rows = await db.selectFrom('stored_file').select('digest').execute();
  for (const { digest } of rows.filter((row) => !known.has(row.digest))) {
    known.add(digest);
    if (await files.has(digest)) continue;
    const part = await files.spool(Readable.from([Buffer.from('示例')]), 100);
    if (part) await files.adopt(part.path, digest);
    await part?.remove();
  }
}

/** Somebody of each role, who signs in again when a request ended his session or took his duty. */
function peopleOf(at: WholePortal) {
  const known = new Map<Role, Awaited<ReturnType<typeof personHere>>>();
  return async (role: Role) => {
    const person = known.get(role);
    if (person) {
      const reply = await at.portal.inject({
        url: '/api/session',
        headers: { cookie: person.cookie },
      });
      if (reply.json().stage === 'ready') return person;
    }
    const fresh = await personHere(at, role);
    known.set(role, fresh);
    return fresh;
  };
}

/** Whether the role sees everybody's on this route; what another method does there is decided by the other's. */
function maySeeAll({ operation, role, method }: PlannedRequest): boolean {
  const route = routeOf({
    ...operation,
    method: method === 'HEAD' ? 'GET' : (method as Operation['method']),
  });
  const decision = decisionOf(route);
  if (decision === undefined) return false;
  const { whatHeDid = [] } = decision;
  return seesEverybodys(decision, role) || (role !== undefined && whatHeDid.includes(role));
}

/** A file holds what people typed. */
function isFreeText(type: unknown): boolean {
  return typeof type === 'string' && !/json|html/.test(type);
}
