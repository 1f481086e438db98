import { connect } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultReply } from './api/fault-reply.ts';
import { refuseUnread } from './client-error.ts';

let app: FastifyInstance;
let port: number;

beforeAll(async () => {
  app = fastify({
    ...refuseUnread(),
    requestTimeout: 200,
    http: { headersTimeout: 100, connectionsCheckingInterval: 50 },
  });
  app.get('/:name', async () => 'found');
  app.post('/', async () => 'read');
  port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterAll(() => app.close());

/** What the server writes to bytes that are no request a client library would send. */
function answerTo(bytes: string): Promise<{ head: string; body: unknown }> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', body = ''] = text.split('\r\n\r\n');
      resolve({ head, body: JSON.parse(body) });
    });
  });
}

test.each([
  [400, 'bad-request', 'NONSENSE\r\n\r\n'],
  [431, 'headers-too-large', `GET / HTTP/1.1\r\nhost: x\r\nlong: ${'x'.repeat(20_000)}\r\n\r\n`],
  [
    408,
    'too-slow',
    'POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
  ],
])('%i %s has the one shape and a number', async (status, code, bytes) => {
  const { head, body } = await answerTo(bytes);
  expect(head.startsWith(`HTTP/1.1 ${status} `)).toBe(true);
  const fault = faultReply.parse(body);
  expect(fault.code).toBe(code);
  expect(head).toContain(`X-Request-Id: ${fault.requestId}`);
});

test.each([
  [400, 'bad-address', '/%E0%A4%A'],
  [414, 'address-too-long', `/${'x'.repeat(200)}`],
])('%i %s has the one shape too', async (status, code, url) => {
  const answer = await app.inject(url);
  expect(answer.statusCode).toBe(status);
  expect(faultReply.parse(answer.json()).code).toBe(code);
});
