import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { httpGateway } from './http-gateway.ts';
import { SmsFault } from './sms-gateway.ts';

const MESSAGE = { id: 'notice-7', to: '13800001234', text: '【扶持】申报还有2小时截止' };
const never = new AbortController().signal;

async function gateway(answer: (request: IncomingMessage, reply: ServerResponse) => void) {
  const heard: { readonly body: string; readonly token: string | undefined }[] = [];
  const server = createServer(async (request, reply) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    heard.push({
      body: Buffer.concat(pieces).toString('utf8'),
      token: request.headers.authorization,
    });
    answer(request, reply);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    heard,
    url: `http://127.0.0.1:${port}/send`,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
const faultOf = (url: string, patience = 20_000) =>
  httpGateway({ url, token: 'top-secret-2' }, patience)
    .send(MESSAGE, never)
    .then(
      () => undefined,
      (error: unknown) => error,
    );

test('送到的就是这条，带着口令', async () => {
  const at = await gateway((_, reply) => reply.writeHead(202).end('ok'));
  await httpGateway({ url: at.url, token: 'top-secret-2' }).send(MESSAGE, never);
  await at.close();
  expect(at.heard).toEqual([{ body: JSON.stringify(MESSAGE), token: 'Bearer top-secret-2' }]);
});

test('拒绝、转到别处、不回答、没有人：都要再试，话里没有号码和口令', async () => {
  const refuses = await gateway((_, reply) => reply.writeHead(500).end(MESSAGE.to));
  const elsewhere: string[] = [];
  const other = await gateway((request, reply) => {
    elsewhere.push(request.url ?? '');
    reply.end();
  });
  const leads = await gateway((_, reply) => reply.writeHead(307, { location: other.url }).end());
  const silent = await gateway(() => undefined);
  const gone = await gateway(() => undefined);
  await gone.close();
  const faults = await Promise.all([
    faultOf(refuses.url),
    faultOf(leads.url),
    faultOf(silent.url, 300),
    faultOf(gone.url),
  ]);
  for (const one of [refuses, leads, silent, other]) await one.close();
  for (const fault of faults) expect(fault).toBeInstanceOf(SmsFault);
  expect(faults.map((fault) => (fault instanceof Error ? fault.message : ''))).toEqual([
    'status 500',
    'unreachable',
    'timeout',
    'unreachable',
  ]);
  expect([elsewhere, String(faults)]).toEqual([[], expect.not.stringMatching(/138|secret/)]);
});
