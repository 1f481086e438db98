import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import { guideOf } from '@fuchi/record-guide-version/guide-of';
import { guideVersion } from '@fuchi/record-guide-version/guide-version-store';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import { ROUND } from '@fuchi/record-round/round-workflow';
import { changeRound } from '@fuchi/record-round/round-write';
import { decide } from '@fuchi/workflow/workflow';
import type * as z from 'zod';
import * as contract from '../contract.ts';
import { ROUND_KEEPERS, ROUND_READERS } from '../readers.ts';
import { type RoundRefusal, roundFault } from '../refusal.ts';
import type { RoundSetupContext } from '../round-setup-context.ts';
import { beginRound } from './begin-round.ts';
import { guideParts } from './guide-parts.ts';
import { lockInReach, roundInReach, roundsInReach } from './round-in-reach.ts';
import { roundRow, roundView } from './round-view.ts';
import { roundWorld, toldFaults } from './round-world.ts';
import { unitsOfRounds } from './units-store.ts';
import { unkeptFaults } from './unkept-faults.ts';

const LIST: DeskOperation<undefined, undefined, z.infer<typeof contract.roundList>> = {
  id: 'listRounds',
  method: 'GET',
  path: '/api/desk/rounds',
  permission: ROUND_READERS,
  says: '查看申报批次',
  reply: contract.roundList,
};
const ONE: DeskOperation<undefined, undefined, contract.RoundView> = {
  id: 'getRound',
  method: 'GET',
  path: '/api/desk/rounds/{round}',
  permission: ROUND_READERS,
  says: '查看一个申报批次的设置',
  reply: contract.roundView,
};
const UNITS: DeskOperation<undefined, undefined, contract.RoundUnits> = {
  id: 'listRoundUnits',
  method: 'GET',
  path: '/api/desk/round-units',
  permission: ROUND_READERS,
  says: '查看可以选的处室、推荐单位和地区',
  reply: contract.roundUnits,
};
const PARTS: DeskOperation<undefined, undefined, contract.GuideParts> = {
  id: 'getGuideParts',
  method: 'GET',
  path: '/api/desk/guides/{guide}',
  permission: ROUND_READERS,
  says: '查看一个指南版本里由批次设定的部分',
  reply: contract.guideParts,
};
const CREATE: DeskOperation<
  undefined,
  z.infer<typeof contract.newRoundBody>,
  z.infer<typeof contract.roundMade>
> = {
  id: 'createRound',
  method: 'POST',
  path: '/api/desk/rounds',
  permission: ROUND_KEEPERS,
  says: '编制一个申报批次',
  body: contract.newRoundBody,
  reply: contract.roundMade,
};
const SAVE: DeskOperation<
  undefined,
  z.infer<typeof contract.saveRoundBody>,
  z.infer<typeof contract.roundSaved>
> = {
  id: 'saveRound',
  method: 'PUT',
  path: '/api/desk/rounds/{round}',
  permission: ROUND_KEEPERS,
  says: '保存编制中的申报批次',
  body: contract.saveRoundBody,
  reply: contract.roundSaved,
};

/** Rounds as they are set up: listed, looked at, begun and saved as drafts. */
export function roundRoutes(routes: DeskRoutes<Actor>, context: RoundSetupContext): void {
  const { db, moment, regions } = context;

  routes.add(LIST, async ({ actor }) => {
    const who = demandActor(actor);
    const rounds = await roundsInReach(db, who);
    return {
      rounds: await Promise.all(rounds.map((round) => roundRow(db, round))),
      mayCreate: ROUND_KEEPERS.some((role) => role === who.role),
    };
  });

  routes.add(ONE, async ({ actor, params }) => {
    const who = demandActor(actor);
    const round = await roundInReach(db, who, pathId(params, 'round'));
    return roundView(db, regions, who, round, moment().now);
  });

  routes.add(UNITS, async () => {
    const units = await unitsOfRounds(db);
    return {
      offices: units.filter(({ kind }) => kind === 'office').map(({ id, name }) => ({ id, name })),
      recommenders: units
        .filter(({ kind }) => kind === 'recommender')
        .map(({ id, name, territory, level, department, parent }) => ({
          id,
          name,
          territory: territory ?? null,
          level: level ?? null,
          department: department ?? null,
          through: parent ?? null,
        })),
      places: regions.all.map(({ code, name, level }) => ({ code, name, level })),
    };
  });

  routes.add(PARTS, async ({ params }) => {
    const { guide = '' } = params;
    if (!(await guideVersion(db, guide))) throw new HttpFault(NO_SUCH);
    return guideParts(await guideOf(db, guide));
  });

  routes.add(CREATE, async ({ actor, body }) => {
    const who = demandActor(actor);
    const { now } = moment();
    const done = await changeOrRefuse<string, RoundRefusal>(
      db,
      byActor(who),
      now,
      (work, record, refuse) => beginRound(work, record, body, refuse, now),
    );
    if (!done.ok) throw roundFault(done.refused);
    return { id: done.value };
  });

  routes.add(SAVE, async ({ actor, params, body }) => {
    const who = demandActor(actor);
    const { now } = moment();
    const { revision, ...content } = body;
    const id = pathId(params, 'round');
    const done = await changeOrRefuse<number, RoundRefusal>(
      db,
      byActor(who),
      now,
      async (work, record, refuse) => {
        const round = await lockInReach(work, who, id);
        if (!round) return refuse({ code: 'no-such' });
        const may = decide(ROUND, round.state, 'save', { role: who.role, said: '', findings: {} });
        if (!may.ok) return refuse({ code: 'refused', refused: may.refused });
        if (round.revision !== revision) return refuse({ code: 'changed-meanwhile' });
        const faults = await unkeptFaults(work, content);
        if (faults.length > 0) return refuse({ code: 'faults', faults });
        await changeRound(work, record, round, content, { kind: may.event }, now);
        return round.revision + 1;
      },
    );
    if (!done.ok) throw roundFault(done.refused);
    return {
      revision: done.value,
      faults: toldFaults(content, await roundWorld(db, regions, content)),
    };
  });
}
