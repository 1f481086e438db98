import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import type { Actor } from '@fuchi/record-person/actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import { ALL_ROLES, ROLES } from '@fuchi/workflow/role';
import type * as z from 'zod';
import * as contract from '../contract.ts';
import type { TrailContext } from '../trail-context.ts';
import { checkChain } from '../verify/chain-store.ts';
import { EVENT_KINDS } from '../words/event-words.ts';
import { lineNames } from '../words/line-names.ts';
import { SUBJECT_WORDS } from '../words/subject-words.ts';
import { eventView } from './event-view.ts';
import { isSubjectKind, isWithinReach } from './reach-store.ts';
import { subjectNames } from './subject-names-store.ts';
import { eventsOf, searchTrail, type TrailRow } from './trail-store.ts';

export const READERS = ['auditor', 'audit-admin'] as const;
const PAGE = 100;

const SEARCH: DeskOperation<z.infer<typeof contract.trailQuery>, undefined, contract.TrailPage> = {
  id: 'searchTrail',
  method: 'GET',
  path: '/api/trail',
  permission: READERS,
  says: '查询操作记录',
  query: contract.trailQuery,
  reply: contract.trailPage,
};
const WORDS: DeskOperation<undefined, undefined, contract.TrailWords> = {
  id: 'listTrailWords',
  method: 'GET',
  path: '/api/trail/words',
  permission: READERS,
  says: '查看操作记录有哪些种类',
  reply: contract.trailWords,
};
const SUBJECT: DeskOperation<
  z.infer<typeof contract.subjectQuery>,
  undefined,
  contract.SubjectTrail
> = {
  id: 'getSubjectTrail',
  method: 'GET',
  path: '/api/trail/{kind}/{subject}',
  permission: 'signed-in',
  says: '查看一个对象的操作记录',
  query: contract.subjectQuery,
  reply: contract.subjectTrail,
};

/** The trail as it is read: by who keeps watch over all of it, by anybody that of what is his. */
export function readingRoutes(routes: DeskRoutes<Actor>, { db, guide }: TrailContext): void {
  const pageOf = async (rows: readonly TrailRow[], actor: Actor): Promise<contract.TrailPage> => {
    const shown = rows.slice(0, PAGE);
    const names = { subjects: await subjectNames(db, shown), lines: lineNames(guide) };
    return {
      events: shown.map((row) => eventView(row, actor, names)),
      next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    };
  };

  routes.add(SEARCH, async ({ actor, query }) =>
    pageOf(await searchTrail(db, query, PAGE + 1), demandActor(actor)),
  );

  routes.add(WORDS, async () => ({
    subjects: Object.entries(SUBJECT_WORDS).map(([value, label]) => ({ value, label })),
    roles: ALL_ROLES.map((role) => ({ value: role, label: ROLES[role].name })),
    kinds: [...EVENT_KINDS],
  }));

  routes.add(SUBJECT, async ({ actor: asking, params, query }) => {
    const actor = demandActor(asking);
    const { kind = '', subject: id = '' } = params;
    if (!isSubjectKind(kind)) throw new HttpFault(NO_SUCH);
    const subject = { kind, id };
    if (!(await isWithinReach(db, actor, subject))) throw new HttpFault(NO_SUCH);
    const chain = await checkChain(db, subject);
    if (chain.events === 0) throw new HttpFault(NO_SUCH);
    const page = await pageOf(await eventsOf(db, subject, query.before, PAGE + 1), actor);
    return { ...page, chain };
  });
}
