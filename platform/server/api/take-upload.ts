import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify';
import { type FaultKind, WRONG_STREAM, WRONG_UPLOAD, WRONG_ZIP } from '../fault-kind.ts';
import { HttpFault } from '../http-fault.ts';

/** The media type of a folder that is sent as one file. */
export const ZIP = 'application/zip';

type AddRoute = (on: FastifyInstance, guards: readonly onRequestAsyncHookHandler[]) => void;

/**
 * A route whose body is a file: it reads nothing but its own media type, and a request of another is refused before
 * its body is read.
 * @param route adds the route on the scope it is given, with the guards before its own
 */
export function takeUpload(app: FastifyInstance, type: string, route: AddRoute): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, bytes, done) =>
      done(null, bytes),
    );
    route(scope, [ofType(type, type === ZIP ? WRONG_ZIP : WRONG_UPLOAD)]);
  });
}

/** As `takeUpload`, but the route is given what arrives before any of it is read. */
export function takeStream(app: FastifyInstance, type: string, route: AddRoute): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(type, (_request, arriving, done) => done(null, arriving));
    route(scope, [ofType(type, WRONG_STREAM)]);
  });
}

function ofType(type: string, otherwise: FaultKind): onRequestAsyncHookHandler {
  return async (request) => {
    const [sent = ''] = (request.headers['content-type'] ?? '').split(';');
    if (sent.trim().toLowerCase() !== type) throw new HttpFault(otherwise);
  };
}
