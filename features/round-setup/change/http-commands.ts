import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import type * as z from 'zod';
import * as contract from '../contract.ts';
import { ROUND_KEEPERS } from '../readers.ts';
import { type RoundRefusal, roundFault } from '../refusal.ts';
import type { RoundSetupContext } from '../round-setup-context.ts';
import { giveCommand } from './give-command.ts';

const COMMAND: DeskOperation<
  undefined,
  contract.CommandBody,
  z.infer<typeof contract.commandDone>
> = {
  id: 'commandRound',
  method: 'POST',
  path: '/api/desk/rounds/{round}/commands',
  permission: ROUND_KEEPERS,
  says: '送签、结束、撤销或作废申报批次',
  body: contract.commandBody,
  reply: contract.commandDone,
};

/** Commands that change nothing of what is set: send it to be signed, end it, take it out of the world. */
export function commandRoutes(routes: DeskRoutes<Actor>, context: RoundSetupContext): void {
  const { db, moment, regions } = context;
  routes.add(COMMAND, async ({ actor, params, body }) => {
    const who = demandActor(actor);
    const { now } = moment();
    const id = pathId(params, 'round');
    const done = await changeOrRefuse<z.infer<typeof contract.commandDone>, RoundRefusal>(
      db,
      byActor(who),
      now,
      (work, record, refuse) =>
        giveCommand(work, record, { ...body, id, regions }, { actor: who, now }, refuse),
    );
    if (!done.ok) throw roundFault(done.refused);
    return done.value;
  });
}
