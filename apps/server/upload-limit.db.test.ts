import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { type OpenDatabase, openDatabase } from '@fuchi/platform-server/database/open-database';
import { MOST_BYTES, MOST_PART } from '@fuchi/record-upload/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  openSharedPlace,
  type ServerProcess,
  type SharedPlace,
  startServer,
} from './server-process.fixture.ts';
import { testPerson } from './test-person.fixture.ts';

const MB = 1024 * 1024;
let place: SharedPlace;
let database: OpenDatabase;
let server: ServerProcess;
const start = async () => {
  server = await startServer('serve', { ...place.env, FUCHI_PUBLIC_URL: 'http://fuchi.example' });
};
beforeAll(async () => {
  place = await openSharedPlace();
  await start();
  database = openDatabase(place.databaseUrl, console.error, 2);
}, 120_000);
afterAll(async () => {
  await server?.kill('SIGKILL');
  await database?.close();
  await place?.close();
});

const block = randomBytes(MB);

/** A PDF by its beginning and end, between them no two stretches alike; of `length` bytes from `at` on. */
function piece(at: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.alloc(length);
  for (let from = 0; from < length; ) {
    const within = (at + from) % MB;
    const most = Math.min(MB - within, length - from);
    block.copy(bytes, from, within, within + most);
    if (within === 0 && most >= 4) bytes.writeUInt32BE((at + from) / MB, from);
    from += most;
  }
  if (at === 0) bytes.write('%PDF-1.7\n');
  if (at + length >= MOST_BYTES) bytes.write('%%EOF\n', MOST_BYTES - at - 6);
  return new Uint8Array(bytes);
}

async function asked(cookie: string, method: string, path: string, body?: object) {
  const isBytes = body instanceof Uint8Array;
  const reply = await fetch(`${server.url}/api/uploads${path}`, {
    method,
    headers: {
      cookie,
      ...(body && { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
    },
    ...(body && { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  return { status: reply.status, body: await reply.json() };
}
const begin = (cookie: string, size: number) =>
  asked(cookie, 'POST', '', { purpose: 'paper', name: '专项审计报告.pdf', size });
const send = (cookie: string, id: string, at: number, bytes: Uint8Array) =>
  asked(cookie, 'PUT', `/${id}/content?offset=${at}`, bytes);
const stands = async (cookie: string, id: string) =>
  (await asked(cookie, 'GET', `/${id}`)).body.received as number;

/** Sends whole parts from where the server stands until it has `to` bytes. @returns how many it has */
async function sendUntil(cookie: string, id: string, to: number): Promise<number> {
  let at = await stands(cookie, id);
  while (at < to) {
    const bytes = piece(at, Math.min(MOST_PART, to - at));
    const { status, body } = await send(cookie, id, at, bytes);
    expect(status).toBe(200);
    at += bytes.length;
    expect(body.received).toBe(at);
  }
  return at;
}

/** Half a part, and then the line is cut. */
async function breakOff(cookie: string, id: string, at: number): Promise<void> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  const head = [
    `PUT /api/uploads/${id}/content?offset=${at} HTTP/1.1`,
    `host: ${hostname}`,
    `cookie: ${cookie}`,
    'content-type: application/octet-stream',
    `content-length: ${MOST_PART}`,
    '',
    '',
  ];
  socket.write(head.join('\r\n'));
  await new Promise<void>((done) => socket.write(piece(at, MOST_PART / 2), () => done()));
  socket.destroy();
}

/** The most memory a server has had of the machine's; undefined where the machine doesn't tell. */
async function mostMemory(): Promise<number | undefined> {
  const status = await readFile(`/proc/${server.pid}/status`, 'utf8').catch(() => '');
  const told = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return told === undefined ? undefined : Number(told) * 1024;
}

/** Every file the server keeps, whole or in parts. */
async function kept(): Promise<readonly string[]> {
  const all = await readdir(join(place.folder, 'files'), { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map(({ name }) => name);
}

async function sha256(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of pieces) hash.update(bytes);
  return hash.digest('hex');
}

function* wholeFile(): Generator<Uint8Array> {
  for (let at = 0; at < MOST_BYTES; at += MOST_PART) {
    yield piece(at, Math.min(MOST_PART, MOST_BYTES - at));
  }
}

test('正好到上限的文件：断在半路、服务器重启后接着传，只存一份；多一个字节也不收；不占这么多内存', {
  timeout: 180_000,
}, async () => {
  const { cookie } = await testPerson(database.db, new Date());
  const over = await begin(cookie, MOST_BYTES + 1);
  expect([over.status, over.body.faults[0].message]).toEqual([422, '文件超过200MB']);
  const { id } = (await begin(cookie, MOST_BYTES)).body;
  const half = await sendUntil(cookie, id, Math.floor(MOST_BYTES / MOST_PART / 2) * MOST_PART);
  await breakOff(cookie, id, half);
  expect(await stands(cookie, id)).toBe(half);
  await server.kill('SIGTERM');
  await start();
  const atStart = await mostMemory();
  expect(await stands(cookie, id)).toBe(half);
  const twice = await send(cookie, id, half - MOST_PART, piece(half - MOST_PART, MOST_PART));
  expect([twice.status, twice.body.code]).toEqual([409, 'wrong-offset']);

  const last = await sendUntil(cookie, id, MOST_BYTES - 1000);
  const beyond = await send(cookie, id, last, new Uint8Array(1001));
  expect([beyond.status, beyond.body.code]).toEqual([400, 'bad-part']);
  expect(await stands(cookie, id)).toBe(last);
  await sendUntil(cookie, id, MOST_BYTES);
  const after = await send(cookie, id, MOST_BYTES, new Uint8Array(1));
  expect([after.status, after.body.code]).toEqual([409, 'not-receiving']);
  const digest = await sha256(wholeFile());
  const whole = await asked(cookie, 'POST', `/${id}/finish`);
  expect(whole.body).toMatchObject({ state: 'whole', type: 'pdf', size: MOST_BYTES, digest });
  expect(await kept()).toEqual([digest]);

  const other = await testPerson(database.db, new Date());
  const again = (await begin(other.cookie, MOST_BYTES)).body.id;
  await sendUntil(other.cookie, again, MOST_BYTES);
  expect((await asked(other.cookie, 'POST', `/${again}/finish`)).body).toMatchObject({ digest });
  expect(await kept()).toEqual([digest]);
  const back = await fetch(`${server.url}/api/uploads/${again}/content`, {
    headers: { cookie: other.cookie },
  });
  if (!back.body) throw new Error('nothing came back');
  expect(await sha256(back.body)).toBe(digest);
  // By now it has received one and a half such files, digested two and sent one.
  const atEnd = await mostMemory();
  if (atStart !== undefined && atEnd !== undefined) {
    expect(atEnd - atStart).toBeLessThan(MOST_BYTES * 0.75);
  }
});
