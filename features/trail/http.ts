import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import type { Actor } from '@fuchi/record-person/actor';
import { exportRoutes } from './export/http-export.ts';
import { readingRoutes } from './read/http-trail.ts';
import type { TrailContext } from './trail-context.ts';
import { verifyingRoutes } from './verify/http-verify.ts';

/** The trail: read, taken along, closed day by day, and proven. */
export function trailRoutes(routes: DeskRoutes<Actor>, context: TrailContext): void {
  readingRoutes(routes, context);
  exportRoutes(routes, context);
  verifyingRoutes(routes, context);
}
