import type { FastifyInstance, RouteOptions } from 'fastify';

/** Who may use a route. There is no sign-in yet, so there is one answer; it must still be given. */
export type Permission = 'public';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Decided for each route; one without keeps the server from starting. */
    permission?: Permission;
  }
}

export interface DecidedRoute {
  readonly method: string;
  readonly url: string;
  readonly permission: Permission;
}

/**
 * Watches every route that is added from now on. A route for which nobody decided who may use it keeps the server
 * from starting.
 * @returns the routes and who may use them, once the server is ready
 */
export function demandPermissions(app: FastifyInstance): () => readonly DecidedRoute[] {
  const added: RouteOptions[] = [];
  const decided: DecidedRoute[] = [];
  app.addHook('onRoute', (route) => {
    added.push(route);
  });
  // Looked at when all are added: a later hook may decide for the routes of a plugin.
  app.addHook('onReady', async () => {
    const undecided: string[] = [];
    for (const { method, url, config } of added) {
      const methods = [method].flat().join(' ');
      const permission = config?.permission;
      if (permission) decided.push({ method: methods, url, permission });
      else undecided.push(`${methods} ${url}`);
    }
    if (undecided.length > 0) throw new Error(`who may use ${undecided.join(', ')}?`);
  });
  return () => decided;
}
