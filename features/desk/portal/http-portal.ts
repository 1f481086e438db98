import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import type { Actor } from '@fuchi/record-person/actor';
import type { Moment } from '@fuchi/record-person/moment';
import { type PortalView, portalView } from '../contract-portal.ts';

/** Asked by every page again and again; like asking for the session, it doesn't make the idle time run anew. */
export const PORTAL_OPERATION: DeskOperation<undefined, undefined, PortalView> = {
  id: 'getPortal',
  method: 'GET',
  path: '/api/portal',
  permission: 'public',
  says: '查看是演示还是正式环境，以及服务器的时间',
  reply: portalView,
};

export interface PortalContext {
  readonly mode: PortalView['mode'];
  readonly moment: () => Moment;
}

/** Which portal this is, and its clock. */
export function portalRoutes(routes: DeskRoutes<Actor>, { mode, moment }: PortalContext): void {
  routes.add(PORTAL_OPERATION, async () => ({ mode, now: moment().now.toISOString() }));
}
