import type { DeskOperation, DeskRequest } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { APPLICATION } from '@fuchi/record-application/application-workflow';
import type { Actor } from '@fuchi/record-person/actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import type * as z from 'zod';
import { APPLICANTS } from '../applicants.ts';
import type { ApplicationContext } from '../application-context.ts';
import { arrivedAt } from '../arrived-at.ts';
import { refusedCommand } from '../refusal.ts';
import { type Moved, moved, reasonBody } from './contract.ts';
import { type MoveCommand, moveApplication } from './move.ts';

type ReasonBody = z.infer<typeof reasonBody>;

const REOPEN: DeskOperation<undefined, undefined, Moved> = {
  id: 'reopenApplication',
  method: 'POST',
  path: '/api/applications/{application}/reopen',
  permission: APPLICANTS,
  says: '重新修改定稿的申报',
  reply: moved,
};
const withReason = (
  id: string,
  command: 'withdraw' | 'give-up' | 'return',
  says: string,
): DeskOperation<undefined, ReasonBody, Moved> => ({
  id,
  method: 'POST',
  path: `/api/applications/{application}/${command}`,
  permission: APPLICATION.commands[command].by,
  says,
  body: reasonBody,
  reply: moved,
});
const WITHDRAW = withReason('withdrawApplication', 'withdraw', '撤回提交的申报');
const GIVE_UP = withReason('giveUpApplication', 'give-up', '放弃一项申报');
const RETURN = withReason('returnApplication', 'return', '把申报退回修改');

/** 重新修改、撤回、放弃、退回: an application goes back, or ends. */
export function moveRoutes(routes: DeskRoutes<Actor>, { db, moment }: ApplicationContext): void {
  const move = async (
    {
      actor,
      params,
      reply,
    }: Pick<DeskRequest<Actor, undefined, unknown>, 'actor' | 'params' | 'reply'>,
    command: MoveCommand,
    said: string,
  ): Promise<Moved> => {
    const { now } = moment();
    const id = pathId(params, 'application');
    const asked = { id, command, said, arrived: arrivedAt(now, reply) };
    const done = await moveApplication(db, demandActor(actor), asked, now);
    if (done.ok) return { state: done.value, stateName: APPLICATION.states[done.value].name };
    if (done.refused.code === 'none') throw new HttpFault(NO_SUCH);
    throw refusedCommand(done.refused);
  };
  routes.add(REOPEN, (asked) => move(asked, 'reopen', ''));
  routes.add(WITHDRAW, (asked) => move(asked, 'withdraw', asked.body.reason));
  routes.add(GIVE_UP, (asked) => move(asked, 'give-up', asked.body.reason));
  routes.add(RETURN, (asked) => move(asked, 'return', asked.body.reason));
}
