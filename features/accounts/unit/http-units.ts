import { listCsv } from '@fuchi/documents/list/list-csv';
import { listXlsx } from '@fuchi/documents/list/list-xlsx';
import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { badInput } from '@fuchi/platform-server/api/read-body';
import { sendFile } from '@fuchi/platform-server/api/send-file';
import { NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault, type NamedFault } from '@fuchi/platform-server/http-fault';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import { closeOrganisation } from '@fuchi/record-organisation/close-organisation';
import { unitScope } from '@fuchi/record-organisation/unit-scope';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import { ORGANISATION_KINDS, type OrganisationKind } from '@fuchi/workflow/role';
import * as z from 'zod';
import type { AccountsContext } from '../accounts-context.ts';
import * as contract from '../contract-unit.ts';
import { amendUnit, createUnit, throughFaults } from './keep-unit.ts';
import { countUnits, knownRecommenders, listUnits, unitInScope } from './unit-list-store.ts';
import { unitTable } from './unit-table.ts';
import { unitView } from './unit-view.ts';

type Query<Of extends z.ZodType> = z.infer<Of>;
type Filter = Omit<Query<typeof contract.unitQuery>, 'page'>;

const ONLY = ['system-admin'] as const;
const PAGE_SIZE = 50;
/** More than the province has enterprises of industry. */
const MOST_TAKEN_ALONG = 50_000;

const LIST: DeskOperation<Query<typeof contract.unitQuery>, undefined, contract.UnitList> = {
  id: 'listUnits',
  method: 'GET',
  path: '/api/accounts/units',
  permission: ONLY,
  says: '查看单位',
  query: contract.unitQuery,
  reply: contract.unitList,
};
const FILE: DeskOperation<Query<typeof contract.unitFileQuery>, undefined, unknown> = {
  id: 'exportUnits',
  method: 'GET',
  path: '/api/accounts/units/file',
  permission: ONLY,
  says: '导出单位',
  query: contract.unitFileQuery,
  reply: z.unknown(),
};
const THROUGH: DeskOperation<undefined, undefined, z.infer<typeof contract.throughList>> = {
  id: 'listCityUnits',
  method: 'GET',
  path: '/api/accounts/city-units',
  permission: ONLY,
  says: '查看可以经由的市级单位',
  reply: contract.throughList,
};
const CREATE: DeskOperation<undefined, contract.NewUnitBody, z.infer<typeof contract.unitMade>> = {
  id: 'createUnit',
  method: 'POST',
  path: '/api/accounts/units',
  permission: ONLY,
  says: '新建单位',
  body: contract.newUnitBody,
  reply: contract.unitMade,
};
const AMEND: DeskOperation<
  undefined,
  z.infer<typeof contract.amendUnitBody>,
  z.infer<typeof contract.unitMade>
> = {
  id: 'amendUnit',
  method: 'PUT',
  path: '/api/accounts/units/{unit}',
  permission: ONLY,
  says: '修改单位的名称和推荐范围',
  body: contract.amendUnitBody,
  reply: contract.unitMade,
};
const CLOSE: DeskOperation<
  undefined,
  z.infer<typeof contract.closeUnitBody>,
  z.infer<typeof contract.unitMade>
> = {
  id: 'closeUnit',
  method: 'POST',
  path: '/api/accounts/units/{unit}/close',
  permission: ONLY,
  says: '关闭单位',
  body: contract.closeUnitBody,
  reply: contract.unitMade,
};

type Refusal = { readonly code: 'no-such' } | { readonly faults: readonly NamedFault[] };

/** Units of every kind: looked through, taken along, set up, put right, closed. */
export function unitRoutes(routes: DeskRoutes<Actor>, context: AccountsContext): void {
  const { db, moment, regions, settings } = context;

  const filterOf = ({ kind, q, status }: Filter) => ({
    kind,
    text: q,
    territories: q === undefined || q === '' ? [] : territoriesLike(q),
    status,
  });
  const territoriesLike = (part: string) =>
    regions.all.filter(({ name }) => name.includes(part)).map(({ code }) => code);

  routes.add(LIST, async ({ actor, query }) => {
    const scope = unitScope(demandActor(actor));
    const filter = filterOf(query);
    const counts = await countUnits(db, scope, filter);
    const offset = (query.page - 1) * PAGE_SIZE;
    const units = await listUnits(db, scope, filter, { limit: PAGE_SIZE, offset });
    const ofKinds = [...counts].filter(([kind]) => [undefined, kind].includes(query.kind));
    return {
      units: units.map((unit) => unitView(unit, regions)),
      total: ofKinds.reduce((sum, [, count]) => sum + count, 0),
      page: query.page,
      pageSize: PAGE_SIZE,
      kinds: kindCounts(counts),
      signOn: settings.signOn !== undefined,
    };
  });

  routes.add(FILE, async ({ actor, query, request, reply }) => {
    const scope = unitScope(demandActor(actor));
    const units = await listUnits(db, scope, filterOf(query), {
      limit: MOST_TAKEN_ALONG,
      offset: 0,
    });
    const table = unitTable(units.map((unit) => unitView(unit, regions)));
    return sendFile(request, reply, {
      name: `单位.${query.as}`,
      type: query.as === 'xlsx' ? XLSX : 'text/csv; charset=utf-8',
      content: query.as === 'xlsx' ? listXlsx(table) : Buffer.from(listCsv(table)),
    });
  });

  routes.add(THROUGH, async () =>
    (await knownRecommenders(db))
      .filter(({ level }) => level === 'city')
      .map(({ id, name }) => ({ id, name })),
  );

  routes.add(CREATE, async ({ actor, body }) => {
    const { now } = moment();
    const done = await changeOrRefuse<string, Refusal>(
      db,
      byActor(demandActor(actor)),
      now,
      (work, record, refuse) =>
        createUnit(work, record, body, {
          regions,
          now,
          refuse: (faults) => refuse({ faults }),
        }),
    );
    if (!done.ok) throw faultOf(done.refused);
    return { id: done.value };
  });

  routes.add(AMEND, async ({ actor, params, body }) => {
    const acting = demandActor(actor);
    const unit = pathId(params, 'unit');
    const done = await changeOrRefuse<void, Refusal>(
      db,
      byActor(acting),
      moment().now,
      async (work, record, refuse) => {
        const amended = await amendUnit(
          work,
          record,
          unitScope(acting),
          { unit, ...body },
          { regions, refuse: (faults) => refuse({ faults }) },
        );
        if (!amended) refuse({ code: 'no-such' });
      },
    );
    if (!done.ok) throw faultOf(done.refused);
    return { id: unit };
  });

  routes.add(CLOSE, async ({ actor, params, body }) => {
    const acting = demandActor(actor);
    const unit = pathId(params, 'unit');
    const { now } = moment();
    const done = await changeOrRefuse<void, Refusal>(
      db,
      byActor(acting),
      now,
      async (work, record, refuse) => {
        const found = await unitInScope(work, unitScope(acting), unit);
        if (found?.status !== 'active') return refuse({ code: 'no-such' });
        if (found.kind === 'administration') return refuse({ faults: [STAYS] });
        const faults = await throughFaults(work, unit);
        if (faults.length > 0) return refuse({ faults });
        await closeOrganisation(work, record, { id: unit, why: body.why }, now);
      },
    );
    if (!done.ok) throw faultOf(done.refused);
    return { id: unit };
  });
}

const STAYS: NamedFault = {
  path: '',
  code: 'stays',
  message: '系统管理单位不能关闭',
  messageEn: 'The administrators’ unit stays',
};
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function faultOf(refusal: Refusal): HttpFault {
  if ('code' in refusal) return new HttpFault(NO_SUCH);
  return badInput(refusal.faults, (fault) => fault);
}

function kindCounts(counts: ReadonlyMap<OrganisationKind, number>) {
  const kinds = Object.keys(ORGANISATION_KINDS) as OrganisationKind[];
  return kinds.map((kind) => ({
    kind,
    name: ORGANISATION_KINDS[kind],
    count: counts.get(kind) ?? 0,
  }));
}
