import type { Role } from '@fuchi/workflow/role';
import type { FastifyInstance, RouteOptions } from 'fastify';

/** Who may use a route: anybody, whoever is signed in, or who acts in one of these roles. */
export type Permission = 'public' | 'signed-in' | readonly Role[];

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

/** Whether somebody of a role may use a route; undefined for who isn't signed in. */
export function permits(permission: Permission, role: Role | undefined): boolean {
  if (permission === 'public') return true;
  if (role === undefined) return false;
  return permission === 'signed-in' || permission.includes(role);
}
