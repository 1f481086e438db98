import { SIGN_IN_FIRST } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import type { Actor } from './actor.ts';

/**
 * Who acts, where the route lets nobody else through.
 * @throws HttpFault sign-in-first
 * @example routes.add(LIST, async ({ actor }) => list(db, unitScope(demandActor(actor))));
 */
export function demandActor(actor: Actor | undefined): Actor {
  if (actor) return actor;
  throw new HttpFault(SIGN_IN_FIRST);
}
