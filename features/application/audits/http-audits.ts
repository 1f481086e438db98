import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Actor } from '@fuchi/record-person/actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import { APPLICANTS } from '../applicants.ts';
import type { ApplicationContext } from '../application-context.ts';
import { openApplication } from '../open-application.ts';
import { firmsListed } from './audit-firms.ts';
import { type AuditFirms, auditFirms } from './contract.ts';

const FIRMS: DeskOperation<undefined, undefined, AuditFirms> = {
  id: 'listAuditFirms',
  method: 'GET',
  path: '/api/applications/{application}/audit-firms',
  permission: APPLICANTS,
  says: '查看可以选的会计师事务所和当年等级',
  reply: auditFirms,
};

/** 审计报告: which firms the register has. */
export function auditRoutes(routes: DeskRoutes<Actor>, { db, moment }: ApplicationContext): void {
  routes.add(FIRMS, async ({ actor, params }) => {
    const { guide } = await openApplication(db, demandActor(actor), pathId(params, 'application'));
    return firmsListed(db, guide, localDay(moment().now));
  });
}
