import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import type { Actor } from '@fuchi/record-person/actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import { APPLICANTS } from '../applicants.ts';
import type { ApplicationContext } from '../application-context.ts';
import { openApplication } from '../open-application.ts';
import * as contract from './contract.ts';
import { knownUnit } from './known-unit.ts';

const KNOWN: DeskOperation<undefined, undefined, contract.KnownUnit> = {
  id: 'listKnownUnit',
  method: 'GET',
  path: '/api/applications/{application}/known-unit',
  permission: APPLICANTS,
  says: '查看已知的本单位信息和来源',
  reply: contract.knownUnit,
};

/** 申报单位: what needn't be typed again. */
export function unitRoutes(routes: DeskRoutes<Actor>, { db, moment }: ApplicationContext): void {
  routes.add(KNOWN, async ({ actor, params }) => {
    const open = await openApplication(db, demandActor(actor), pathId(params, 'application'));
    return [...(await knownUnit(db, open, moment().now))];
  });
}
