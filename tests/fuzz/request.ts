import { ALL_ROLES, type Role } from '@fuchi/workflow/role';
import fc from 'fast-check';
import { arbitraryOf } from '../contracts/arbitrary.ts';
import { type Operation, paramsOf } from '../permissions/portal.ts';
import { mutatedOf } from './mutated.ts';
import { NASTY_TEXTS, nastySegment } from './nasty.ts';

/** A request as it is planned; ids are looked up when it is made. */
export interface PlannedRequest {
  readonly operation: Operation;
  readonly role: Role | undefined;
  /** Another than the operation's, now and then. */
  readonly method: string;
  readonly params: Readonly<Record<string, PlannedId>>;
  /** Behind the address, as it is sent. */
  readonly query: string;
  readonly body: PlannedBody;
  readonly headers: Readonly<Record<string, string>>;
}

export type PlannedId = 'own' | 'foreign' | 'missing' | { readonly text: string };
type PlannedBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'bytes'; readonly type: string; readonly bytes: Buffer };

const TYPES = [
  'application/json',
  'application/json; charset=gbk',
  'text/plain',
  'application/xml',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
  '*/*',
  '',
] as const;
const RAW = [
  '{',
  '{"a":1',
  '[1,2',
  '{"a":1}{"b":2}',
  '\uFEFF{}',
  '{"a":1,"a":2}',
  '{"__proto__":{"admin":true}}',
  '"text"',
  '123',
  'null',
  '[]',
  'a=1&b=2',
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  'PK\u0003\u0004broken',
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
] as const;
const HEADERS: readonly Readonly<Record<string, string>>[] = [
  {},
  {},
  {},
  { 'x-forwarded-for': '203.0.113.9', forwarded: 'for=203.0.113.9' },
  { 'x-http-method-override': 'DELETE', 'x-original-url': '/api/trail' },
  { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
  { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  { origin: 'null' },
  { accept: 'application/xml', 'accept-language': 'x'.repeat(2_000) },
  { 'if-none-match': '*', range: 'bytes=0-1' },
  { 'x-acting-from': '1.0' },
  { 'x-request-id': `'; drop table event; --` },
  { 'user-agent': `\u00e7${'x'.repeat(3_000)}` },
  { cookie: 'fuchi-session=%00; fuchi-session=x' },
  { 'content-encoding': 'gzip' },
  { expect: '200-ok' },
];

const id: fc.Arbitrary<PlannedId> = fc.oneof(
  { weight: 4, arbitrary: fc.constant('foreign' as const) },
  { weight: 3, arbitrary: fc.constant('own' as const) },
  { weight: 1, arbitrary: fc.constant('missing' as const) },
  { weight: 3, arbitrary: nastySegment.map((text) => ({ text })) },
);

/** Requests of one operation: what its contract takes, maimed; as anybody; with tricks. */
export function requestOf(operation: Operation): fc.Arbitrary<PlannedRequest> {
  const names = paramsOf(operation.path);
  return fc.record({
    operation: fc.constant(operation),
    role: roleFor(operation),
    method: fc.oneof(
      { weight: 20, arbitrary: fc.constant<string>(operation.method) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('PUT', 'PATCH', 'OPTIONS', 'HEAD', 'DELETE', 'POST'),
      },
    ),
    params: fc.record(Object.fromEntries(names.map((name) => [name, id]))),
    query: queryOf(operation),
    body: bodyOf(operation),
    headers: fc.constantFrom(...HEADERS),
  });
}

/** Those who may, mostly: what is refused at the door isn't looked into. */
function roleFor({ permission }: Operation): fc.Arbitrary<Role | undefined> {
  const anybody = fc.constantFrom<Role | undefined>(undefined, ...ALL_ROLES);
  if (typeof permission === 'string') return anybody;
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<Role | undefined>(...permission) },
    { weight: 1, arbitrary: anybody },
  );
}

function queryOf({ query }: Operation): fc.Arbitrary<string> {
  const none = fc.constantFrom(
    '',
    '',
    '?__proto__[x]=1',
    '?a=1&a=2&b[]=3',
    '?%',
    `?q=${'x'.repeat(5_000)}`,
  );
  if (!query) return none;
  const asked = mutatedOf(arbitraryOf(query)).map((value) => {
    if (typeof value !== 'object' || value === null) return `?${safely(String(value))}`;
    const parts = Object.entries(value).map(([key, part]) => {
      const text = typeof part === 'object' ? JSON.stringify(part) : String(part);
      return `${key}=${safely(text.slice(0, 5_000))}`;
    });
    return `?${parts.join('&')}`;
  });
  const one = fc.constantFrom(...NASTY_TEXTS).map(safely);
  const nasty = fc
    .tuple(fc.constantFrom(...fieldsOf(query), 'before', 'page'), one)
    .map(([key, text]) => `?${key}=${text.slice(0, 5_000)}`);
  return fc.oneof(
    { weight: 5, arbitrary: asked },
    { weight: 3, arbitrary: nasty },
    { weight: 1, arbitrary: none },
  );
}

function bodyOf({ body, upload, stream, method }: Operation): fc.Arbitrary<PlannedBody> {
  const raw = fc
    .tuple(fc.constantFrom(...TYPES), fc.constantFrom(...RAW))
    .map(([type, text]) => ({ kind: 'bytes' as const, type, bytes: Buffer.from(text) }));
  const none = fc.constant({ kind: 'none' as const });
  const media = upload ?? stream;
  if (media !== undefined) {
    const bytes = fc.uint8Array({ maxLength: 2_000 }).map((part) => Buffer.from(part));
    return fc.oneof(
      bytes.map((part) => ({ kind: 'bytes' as const, type: media, bytes: part })),
      raw,
      none,
    );
  }
  if (!body) return method === 'GET' ? none : fc.oneof(none, raw);
  const json = mutatedOf(arbitraryOf(body)).map((value) => ({ kind: 'json' as const, value }));
  return fc.oneof(
    { weight: 10, arbitrary: json },
    { weight: 2, arbitrary: raw },
    { weight: 1, arbitrary: none },
  );
}

/** The names a query's contract knows. */
function fieldsOf(query: NonNullable<Operation['query']>): readonly string[] {
  const shape: unknown = Reflect.get(query, 'shape');
  return typeof shape === 'object' && shape !== null ? Object.keys(shape) : [];
}

/** Half a surrogate pair, which no encoder takes, is sent as the bytes that are no UTF-8. */
function safely(text: string): string {
  return text
    .split(/\p{Cs}/u)
    .map((part) => encodeURIComponent(part))
    .join('%ED%A0%80');
}
