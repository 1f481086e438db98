import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import type { Actor } from '@fuchi/record-person/actor';
import { changeRoutes } from './change/http-changes.ts';
import { commandRoutes } from './change/http-commands.ts';
import { guideRoutes } from './guide/http-guides.ts';
import { openRoutes } from './open/http-open.ts';
import type { RoundSetupContext } from './round-setup-context.ts';
import { roundRoutes } from './setup/http-rounds.ts';

/** Rounds: guides published as versions, rounds set up, sent to be signed, changed, and shown to everybody. */
export function roundSetupRoutes(routes: DeskRoutes<Actor>, context: RoundSetupContext): void {
  openRoutes(routes, context);
  guideRoutes(routes, context);
  roundRoutes(routes, context);
  commandRoutes(routes, context);
  changeRoutes(routes, context);
}
