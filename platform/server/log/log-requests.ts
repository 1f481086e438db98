import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';

/** Pages and what they are made of; who watches the portal asks for its health again and again. */
const QUIET = /^\/(?!api\/)/;

/** Options of a server that writes to a log, of which Fastify's own lines about requests are left out. */
export function loggedBy(logger: FastifyBaseLogger) {
  return {
    loggerInstance: logger,
    logController: new fastify.LogController({ disableRequestLogging: true }),
  };
}

/**
 * Writes down what was asked and how it ended: request id, method, the route's pattern (never the address itself, which
 * holds ids and questions), status, milliseconds.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? '';
    const line = {
      request: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (reply.statusCode >= 500) app.log.warn(line);
    else if (QUIET.test(route)) app.log.debug(line);
    else app.log.info(line);
  });
}
