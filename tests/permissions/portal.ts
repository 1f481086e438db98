import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { type SignOnProvider, SignOnUnavailable } from '@fuchi/platform-server/sign-on/open-id';
import { type SignedIn, signInForTests } from '@fuchi/record-person/sign-in.fixture';
import type { Role } from '@fuchi/workflow/role';
import { unzipSync } from 'fflate';
import { openTestPortal } from '../../apps/server/test-portal.fixture.ts';
import { sampleOf } from '../contracts/arbitrary.ts';
import { QUERIES } from './bodies.ts';

export type Operation = DeskOperation<unknown, unknown, unknown>;

/** A provider nobody reaches: the routes are there, which is all that is looked at. */
const PROVIDER: SignOnProvider = {
  title: '统一身份认证',
  begin: () => Promise.reject(new SignOnUnavailable('not reached')),
  finish: () => Promise.reject(new SignOnUnavailable('not reached')),
};

/** A whole portal with every route a portal can have, over a database of its own. */
export async function openWholePortal(): Promise<WholePortal> {
  const database = await openTestDatabase();
  const at = await openTestPortal({ db: database.db, signIn: { signOn: PROVIDER } });
  await at.portal.ready();
  const close = async () => {
    await at.portal.close();
    await database.close();
  };
  return { ...at, database, db: database.db, close };
}

export interface WholePortal extends Awaited<ReturnType<typeof openTestPortal>> {
  readonly database: TestDatabase;
  readonly db: TestDatabase['db'];
  close(): Promise<void>;
}

/** Somebody of a role, here: with a territory where the role has one and a line where it has lines. */
export function personHere(at: WholePortal, role: Role): Promise<SignedIn> {
  return signInForTests(at.db, {
    role,
    machine: at.machine.at,
    territory: '320583',
    level: 'county',
    department: '工信',
    lines: role === 'line-officer' || role === 'office-head' ? ['data-product'] : [],
  });
}

export interface Asked {
  readonly operation: Operation;
  readonly params?: Readonly<Record<string, string>>;
  readonly cookie?: string | undefined;
  /** Without it one its contract takes. */
  readonly body?: unknown;
  /** Without it nothing, or one its contract takes. */
  readonly query?: object | undefined;
}

const SAMPLES = new WeakMap<Operation, { readonly query: unknown; readonly body: unknown }>();

/** Asks an operation with a query and a body its contracts take. */
export async function ask(at: WholePortal, { operation, params = {}, cookie, ...more }: Asked) {
  const made = SAMPLES.get(operation) ?? {
    query: QUERIES[routeOf(operation)] ?? (operation.query && emptyOrSample(operation.query)),
    body: operation.body && sampleOf(operation.body),
  };
  SAMPLES.set(operation, made);
  const media = operation.upload ?? operation.stream;
  const body = media === undefined ? (more.body ?? made.body) : Buffer.from('nothing known');
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? '1'),
  );
  const asked = new URLSearchParams(
    Object.entries((more.query ?? made.query ?? {}) as Record<string, unknown>).map(([k, v]) => [
      k,
      String(v),
    ]),
  ).toString();
  return at.portal.inject({
    method: operation.method,
    url: asked === '' ? path : `${path}?${asked}`,
    remoteAddress: '192.0.2.1',
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(cookie !== undefined && { cookie }),
      ...(media !== undefined && { 'content-type': media }),
    },
    ...(body !== undefined && { payload: body as object }),
  });
}

function emptyOrSample(query: NonNullable<Operation['query']>): unknown {
  return query.safeParse({}).success ? {} : sampleOf(query);
}

/** All the text of a reply, also that in a spreadsheet or another zip. */
export function textOf(reply: { readonly body: string; readonly rawPayload: Buffer }): string {
  if (reply.rawPayload.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return reply.body;
  const parts = Object.values(unzipSync(reply.rawPayload));
  return parts.map((part) => Buffer.from(part).toString('utf8')).join('\n');
}

/** As the table of decisions names it. */
export function routeOf({ method, path }: Pick<Operation, 'method' | 'path'>): string {
  return `${method} ${path}`;
}

/** The names in an address's braces. @example paramsOf('/api/rounds/{round}') // ['round'] */
export function paramsOf(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}
