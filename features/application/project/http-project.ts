import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import type { Actor } from '@fuchi/record-person/actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import { roundRecommenders } from '@fuchi/record-round/round-recommender-store';
import { fullName } from '@fuchi/values/region';
import { APPLICANTS } from '../applicants.ts';
import type { ApplicationContext } from '../application-context.ts';
import { openApplication } from '../open-application.ts';
import { type RecommenderList, recommenderList } from './contract.ts';

const LIST: DeskOperation<undefined, undefined, RecommenderList> = {
  id: 'listRecommendersOfApplication',
  method: 'GET',
  path: '/api/applications/{application}/recommenders',
  permission: APPLICANTS,
  says: '查看本批次可以选的项目推荐单位',
  reply: recommenderList,
};

/** 项目: who may be chosen to recommend it. */
export function projectRoutes(
  routes: DeskRoutes<Actor>,
  { db, regions }: ApplicationContext,
): void {
  routes.add(LIST, async ({ actor, params }) => {
    const open = await openApplication(db, demandActor(actor), pathId(params, 'application'));
    const own = open.organisation.territory;
    const city = own && `${own.slice(0, 4)}00`;
    const all = (await roundRecommenders(db, open.round.id))
      .filter(({ active }) => active)
      .map(({ organisation: id, name, territory }) => {
        const region = regions.parse(territory);
        const place = region.ok ? fullName(region.value) : territory;
        return { id, name, place, near: territory === own || territory === city };
      });
    return [...all.filter(({ near }) => near), ...all.filter(({ near }) => !near)];
  });
}
