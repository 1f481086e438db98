import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  onRequestAsyncHookHandler,
} from 'fastify';
import type { Asking } from '../answering/worker-pool.ts';
import { clientOf } from '../client-of.ts';
import { WRONG_METHOD } from '../fault-kind.ts';
import { HttpFault } from '../http-fault.ts';
import type { RateGuards } from '../rate-limit.ts';
import { type SteadyJson, sendSteady } from '../steady-json.ts';
import type { AnyOperation } from './api-document.ts';
import type { BodyOperation, Operation, UploadOperation } from './operation.ts';
import { readBody } from './read-body.ts';
import { type FileAnswer, sendFile } from './send-file.ts';
import { takeUpload } from './take-upload.ts';

type Params = Readonly<Record<string, string>>;
type Asked = FastifyRequest<{
  Params: Record<string, string>;
  Querystring: Record<string, unknown>;
}>;
type Guard = onRequestAsyncHookHandler;

/** The interface's operations: added here, they get a route and stand in the documentation. */
export interface Operations {
  /** What stays the same while the server runs. */
  steady(operation: Operation, answer: (params: Params) => SteadyJson): void;
  /** What is worked out anew for each body, and comes written out as JSON of the operation's reply. */
  answer<Body>(
    operation: BodyOperation<Body>,
    answer: (params: Params, body: Body, asking: Asking) => Promise<string>,
  ): void;
  /** A file that stays the same while the server runs. */
  file(operation: Operation, answer: (params: Params, asking: Asking) => Promise<FileAnswer>): void;
  /** A file made anew for each body. */
  fileOf<Body>(
    operation: BodyOperation<Body>,
    answer: (params: Params, body: Body, asking: Asking) => Promise<FileAnswer>,
  ): void;
  /** What is worked out of a file that is sent, written out as JSON of the operation's reply. */
  upload(
    operation: UploadOperation,
    answer: (params: Params, bytes: Uint8Array, asking: Asking) => Promise<string>,
  ): void;
  readonly all: readonly AnyOperation[];
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
/** Headers that another site's page may see. */
const EXPOSED =
  'x-request-id, etag, retry-after, x-ratelimit-limit, x-ratelimit-remaining, x-ratelimit-reset';

/** @param limits count a request against its client, and refuse it when there are too many */
export function operationsOf(app: FastifyInstance, limits: RateGuards): Operations {
  const all: AnyOperation[] = [];
  const add = (
    operation: AnyOperation,
    handler: (request: Asked, reply: FastifyReply) => Promise<unknown>,
  ) => {
    const { method, path, permission } = operation;
    const limited = method === 'POST' ? limits.answers : limits.ready;
    if (all.some((o) => o.path === path)) throw new Error(`${path} stands twice`);
    const url = path.replace(/\{(\w+)\}/g, ':$1');
    const config = { permission };
    const route = (on: FastifyInstance, more: readonly Guard[]) =>
      on.route({ method, url, config, onRequest: [openToOthers, limited, ...more], handler });
    if ('upload' in operation) takeUpload(app, operation.upload, route);
    else route(app, []);
    app.route({
      method: METHODS.filter((m) => !allowed(method).includes(m)),
      url,
      config,
      // Before the body is read: no body makes a wrong method right.
      onRequest: [
        openToOthers,
        limits.ready,
        async (_request, reply) => {
          reply.header('allow', allowed(method));
          throw new HttpFault(WRONG_METHOD);
        },
      ],
      handler: () => undefined,
    });
    app.route({
      method: 'OPTIONS',
      url,
      config,
      onRequest: [openToOthers, limits.ready],
      handler: async (_request, reply) =>
        reply
          .header('allow', allowed(method))
          .header('access-control-allow-methods', allowed(method))
          .header('access-control-allow-headers', 'content-type, if-none-match')
          .header('access-control-max-age', '86400')
          .code(204)
          .send(),
    });
    all.push(operation);
  };
  const sendJson = (reply: FastifyReply, json: string) =>
    reply.type('application/json; charset=utf-8').send(json);
  return {
    all,
    steady: (operation, answer) =>
      add(operation, async (request, reply) => sendSteady(request, reply, answer(request.params))),
    answer: (operation, answer) =>
      add(operation, async (request, reply) => {
        const body = readBody(operation.body, request.body);
        const json = await answer(paramsOf(operation, request), body, askingOf(request, reply));
        return sendJson(reply, json);
      }),
    file: (operation, answer) =>
      add(operation, async (request, reply) => {
        const file = await answer(paramsOf(operation, request), askingOf(request, reply));
        return sendFile(request, reply, file);
      }),
    fileOf: (operation, answer) =>
      add(operation, async (request, reply) => {
        const body = readBody(operation.body, request.body);
        const file = await answer(paramsOf(operation, request), body, askingOf(request, reply));
        return sendFile(request, reply, file);
      }),
    upload: (operation, answer) =>
      add(operation, async (request, reply) => {
        const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array();
        const json = await answer(paramsOf(operation, request), bytes, askingOf(request, reply));
        return sendJson(reply, json);
      }),
  };
}

/** The parts of the address, and those behind it; '' for one that isn't given. */
function paramsOf({ params }: AnyOperation, request: Asked): Params {
  const behind = params.filter((param) => param.query);
  const given = behind.map(({ name }): [string, string] => {
    const value = request.query[name];
    return [name, typeof value === 'string' ? value : ''];
  });
  return { ...request.params, ...Object.fromEntries(given) };
}

function askingOf(request: Asked, reply: FastifyReply): Asking {
  return { client: clientOf(request.ip), signal: untilClosed(reply) };
}

/** Ends when the connection does: what was asked on it need not be worked out any more. */
function untilClosed(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return gone.signal;
}

/** Any site's page may ask, as any program may; who asks plays no part (docs/adr/0005). */
const openToOthers: Guard = async (_request, reply) => {
  reply.header('access-control-allow-origin', '*').header('access-control-expose-headers', EXPOSED);
};

function allowed(method: Operation['method']): string {
  return method === 'GET' ? 'GET, HEAD, OPTIONS' : 'POST, OPTIONS';
}
