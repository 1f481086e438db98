import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import type { Actor } from '@fuchi/record-person/actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import { APPLICANTS } from '../applicants.ts';
import type { ApplicationContext } from '../application-context.ts';
import { openApplication } from '../open-application.ts';
import { saidApplication } from '../said-content.ts';
import { type CheckView, checkView } from './contract.ts';
import { wholeCheck } from './whole-check.ts';

const CHECK: DeskOperation<undefined, undefined, CheckView> = {
  id: 'checkApplication',
  method: 'GET',
  path: '/api/applications/{application}/check',
  permission: APPLICANTS,
  says: '检查一项申报',
  reply: checkView,
};

/** 检查: what stands between an application and its submission. */
export function checkRoutes(routes: DeskRoutes<Actor>, context: ApplicationContext): void {
  const { db, moment } = context;
  routes.add(CHECK, async ({ actor, params }) => {
    const open = await openApplication(db, demandActor(actor), pathId(params, 'application'));
    const { now } = moment();
    const findings = await wholeCheck(db, await saidApplication(context, open, now), now);
    return {
      now: now.toISOString(),
      revision: open.application.revision,
      findings: findings.map(({ path = null, clause = null, ...finding }) => ({
        ...finding,
        path,
        clause,
      })),
    };
  });
}
