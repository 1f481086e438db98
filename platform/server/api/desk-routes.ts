import { Readable } from 'node:stream';
import type { Role } from '@fuchi/workflow/role';
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  onRequestAsyncHookHandler,
} from 'fastify';
import * as z from 'zod';
import { CROSS_SITE, FORBIDDEN, NO_SUCH, SIGN_IN_FIRST } from '../fault-kind.ts';
import { HttpFault } from '../http-fault.ts';
import type { RateGuards } from '../rate-limit.ts';
import { permits } from '../route-permission.ts';
import type { DeskOperation, DeskRequest } from './desk-operation.ts';
import { demandKeepable, isKeepable } from './keepable-text.ts';
import { readBody } from './read-body.ts';
import { takeStream, takeUpload } from './take-upload.ts';

export interface DeskRoutes<Actor> {
  add<Query = undefined, Body = undefined, Reply = unknown>(
    operation: DeskOperation<Query, Body, Reply>,
    handler: (asked: DeskRequest<Actor, Query, Body>) => Promise<Reply>,
  ): void;
  readonly all: readonly DeskOperation<unknown, unknown, unknown>[];
}

export interface DeskOptions<Actor> {
  /** Who acts, by the session the request carries. */
  readonly actorOf: (request: FastifyRequest) => Promise<Actor | undefined>;
  readonly limits: RateGuards;
}

const NOTHING = z.undefined();
const NO_FILE = Buffer.alloc(0);

/**
 * Routes for people who sign in. Who may use one is looked at before its body is read; a request that another site's
 * page made is refused; nothing is kept by anything in between; a reply is what its contract says or a fault of ours.
 */
export function deskRoutes<Actor extends { readonly role: Role }>(
  app: FastifyInstance,
  { actorOf, limits }: DeskOptions<Actor>,
): DeskRoutes<Actor> {
  const all: DeskOperation<unknown, unknown, unknown>[] = [];
  const actors = new WeakMap<FastifyRequest, Actor>();
  return {
    all,
    add(operation, handler) {
      const { method, path, permission, query, body, upload, stream, reply: contract } = operation;
      const route = (on: FastifyInstance, guards: readonly onRequestAsyncHookHandler[]) =>
        on.route<{ Params: Record<string, string> }>({
          method,
          url: path.replace(/\{(\w+)\}/g, ':$1'),
          config: { permission },
          onRequest: [
            limits.ready,
            async (request) => {
              if (method !== 'GET') demandOwnSite(request);
              const actor = await actorOf(request);
              if (actor) actors.set(request, actor);
              if (permits(permission, actor?.role)) return;
              throw new HttpFault(actor ? FORBIDDEN : SIGN_IN_FIRST);
            },
            ...guards,
          ],
          handler: async (request, reply: FastifyReply) => {
            reply.header('cache-control', 'no-store');
            if (!Object.values(request.params).every(isKeepable)) throw new HttpFault(NO_SUCH);
            if (query) demandKeepable(request.query);
            if (body) demandKeepable(request.body);
            const answer = await handler({
              actor: actors.get(request),
              params: request.params,
              query: readBody(query ?? NOTHING, query ? request.query : undefined) as never,
              body: readBody(body ?? NOTHING, body ? request.body : undefined) as never,
              arriving: request.body instanceof Readable ? request.body : Readable.from([]),
              file: Buffer.isBuffer(request.body) ? request.body : NO_FILE,
              request,
              reply,
            });
            // A handler that sent something itself, a file or a redirect, gives the reply back.
            return answer === reply || reply.sent ? reply : contract.parse(answer);
          },
        });
      if (upload !== undefined) takeUpload(app, upload, route);
      else if (stream !== undefined) takeStream(app, stream, route);
      else route(app, []);
      all.push(operation as DeskOperation<unknown, unknown, unknown>);
    },
  };
}

/**
 * A browser says where a request comes from; what doesn't come from our own pages changes nothing. Programs that send
 * neither header have no cookie of a user's to misuse.
 */
function demandOwnSite(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  const { origin, host } = request.headers;
  const ownSite = site === undefined || site === 'same-origin' || site === 'none';
  const ownOrigin = origin === undefined || hostOf(origin) === host;
  if (!(ownSite && ownOrigin)) throw new HttpFault(CROSS_SITE);
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
