import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify';
import { WRONG_UPLOAD } from '../fault-kind.ts';
import { HttpFault } from '../http-fault.ts';

/**
 * A route whose body is a file: it reads nothing but its own media type, and a request of another is refused before
 * its body is read.
 * @param route adds the route on the scope it is given, with the guards before its own
 */
export function takeUpload(
  app: FastifyInstance,
  type: string,
  route: (on: FastifyInstance, guards: readonly onRequestAsyncHookHandler[]) => void,
): void {
  const ofType: onRequestAsyncHookHandler = async (request) => {
    const [sent = ''] = (request.headers['content-type'] ?? '').split(';');
    if (sent.trim().toLowerCase() !== type) throw new HttpFault(WRONG_UPLOAD);
  };
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, bytes, done) =>
      done(null, bytes),
    );
    route(scope, [ofType]);
  });
}
