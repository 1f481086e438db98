import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPortal } from './portal.ts';

const pages = mkdtempSync(join(tmpdir(), 'fuchi-pages-'));
let portal: FastifyInstance;

beforeAll(async () => {
  writeFileSync(join(pages, 'index.html'), '<title>扶持</title>');
  writeFileSync(join(pages, '.built-from'), 'digest');
  portal = await openPortal({ pages, ...(await openTestGuide()), report: () => undefined });
});
afterAll(async () => {
  await portal.close();
  rmSync(pages, { recursive: true });
});

async function openTestGuide() {
  const loaded = await loadGuide(join(import.meta.dirname, '../../guides/jiangsu-2022'));
  if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
  return { guide: loaded.checked, files: loaded.files };
}

function get(url: string, accept = 'text/html') {
  return portal.inject({ method: 'GET', url, headers: { accept } });
}

test('the page comes with a policy that allows no foreign script and no eval', async () => {
  const { statusCode, body, headers } = await get('/');
  expect(statusCode).toBe(200);
  expect(body).toContain('扶持');
  expect(headers['content-security-policy']).toMatch(/^default-src 'self';/);
  expect(headers['content-security-policy']).not.toContain('unsafe-eval');
});

test('a portal without a desk offers no way to sign in', async () => {
  expect((await get('/')).body).not.toContain('fuchi-desk');
  expect((await get('/sign-in')).body).not.toContain('fuchi-desk');
});

test("a page's own address gets the page, which routes it", async () => {
  expect((await get('/lines/data-product')).body).toContain('扶持');
});

test('what is missing is told as missing', async () => {
  const nothing = await get('/api/nothing');
  expect(nothing.json()).toEqual({
    code: 'not-found',
    message: '没有这个地址',
    messageEn: 'There is nothing at this address',
    requestId: nothing.headers['x-request-id'],
  });
  expect((await get('/logo.png', 'image/png')).statusCode).toBe(404);
  expect((await get('/.built-from', '*/*')).statusCode).toBe(404);
  expect((await get('/../package.json', '*/*')).statusCode).toBe(404);
});

test('every answer carries the number of its request, chosen by us', async () => {
  const asked = { url: '/api/lines', headers: { 'x-request-id': 'mine' } };
  const [first, second] = [await portal.inject(asked), await portal.inject(asked)];
  expect(first.statusCode).toBe(200);
  expect(first.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
  expect(first.headers['x-content-type-options']).toBe('nosniff');
});

test('a fault of our own tells its number and nothing else', async () => {
  const reported: string[] = [];
  const report = (text: string) => void reported.push(text);
  const broken = await openPortal({ pages, ...(await openTestGuide()), report });
  broken.get('/api/broken', { config: { permission: 'public' } }, () => {
    throw new TypeError('secret');
  });
  const answer = await broken.inject('/api/broken?asked=private');
  await broken.close();
  expect(answer.statusCode).toBe(500);
  expect(answer.json()).toEqual({
    code: 'internal',
    message: '服务出错，请报告请求编号',
    messageEn: 'The service failed; please report the request id',
    requestId: answer.headers['x-request-id'],
  });
  expect(reported).toEqual([
    expect.stringMatching(/^[\w-]{36} GET \/api\/broken: TypeError: secret\n/),
  ]);
});
