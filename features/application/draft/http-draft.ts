import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { badInput } from '@fuchi/platform-server/api/read-body';
import { localDay } from '@fuchi/platform-server/clock/local-day';
import { NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import {
  type Application,
  applicationsFor,
  beginApplication,
} from '@fuchi/record-application/application-store';
import { APPLICATION, isWritable } from '@fuchi/record-application/application-workflow';
import { type SaveReply, saveBody, saveReply } from '@fuchi/record-application/contract';
import { fieldsSince } from '@fuchi/record-application/draft-store';
import { type SaveRefused, saveDraft } from '@fuchi/record-application/save-draft';
import { settledFacts } from '@fuchi/record-application/settled-facts';
import { change } from '@fuchi/record-event/change';
import { guideOf } from '@fuchi/record-guide-version/guide-of';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import { clockOf, isInTime } from '@fuchi/record-round/round-clock';
import { openRounds, roundById } from '@fuchi/record-round/round-store';
import { buttons } from '@fuchi/workflow/workflow';
import type * as z from 'zod';
import { APPLICANTS } from '../applicants.ts';
import type { ApplicationContext } from '../application-context.ts';
import * as contract from '../contract.ts';
import { findingsNow } from '../findings-now.ts';
import { type OpenApplication, openApplication, withRound } from '../open-application.ts';
import { NOT_IN_TIME, notOpen, refusalText } from '../refusal.ts';
import { SETTLERS } from '../settlers.ts';
import { saveRules } from './save-rules.ts';

const LIST: DeskOperation<undefined, undefined, contract.ApplicationList> = {
  id: 'listOwnApplications',
  method: 'GET',
  path: '/api/applications',
  permission: APPLICANTS,
  says: '查看本单位的申报和可以申报的项目类别',
  reply: contract.applicationList,
};
const BEGIN: DeskOperation<
  undefined,
  z.infer<typeof contract.beginBody>,
  z.infer<typeof contract.begun>
> = {
  id: 'beginApplication',
  method: 'POST',
  path: '/api/applications',
  permission: APPLICANTS,
  says: '开始一项申报',
  body: contract.beginBody,
  reply: contract.begun,
};
const ONE: DeskOperation<undefined, undefined, contract.ApplicationView> = {
  id: 'getApplication',
  method: 'GET',
  path: '/api/applications/{application}',
  permission: APPLICANTS,
  says: '打开本单位的一项申报',
  reply: contract.applicationView,
};
const SAVE: DeskOperation<undefined, z.infer<typeof saveBody>, SaveReply> = {
  id: 'saveFields',
  method: 'POST',
  path: '/api/applications/{application}/fields',
  permission: APPLICANTS,
  says: '保存草稿的字段',
  body: saveBody,
  reply: saveReply,
};
/** Asked by the page itself while it is seen: no use of the session. */
export const FIELDS_SINCE: DeskOperation<
  z.infer<typeof contract.sinceQuery>,
  undefined,
  z.infer<typeof contract.fieldsView>
> = {
  id: 'listFieldsSince',
  method: 'GET',
  path: '/api/applications/{application}/fields',
  permission: APPLICANTS,
  says: '查看草稿在某一版以后的变化',
  query: contract.sinceQuery,
  reply: contract.fieldsView,
};

/** Drafts: begun, opened, saved field by field. */
export function draftRoutes(routes: DeskRoutes<Actor>, context: ApplicationContext): void {
  const { db, moment } = context;

  routes.add(LIST, async ({ actor }) => {
    const who = demandActor(actor);
    const { now } = moment();
    const own = await applicationsFor(db, who);
    return {
      now: now.toISOString(),
      applications: await Promise.all(own.map(async (one) => rowOf(await withRound(db, one)))),
      open: await openLines(context, who, now),
    };
  });

  routes.add(BEGIN, async ({ actor, body }) => {
    const who = demandActor(actor);
    const { now } = moment();
    const round = await roundById(db, body.round);
    if (round?.state !== 'open') throw new HttpFault(NO_SUCH);
    const { settings } = round;
    if (!settings.lines.some(({ line, open }) => open && line === body.line)) {
      throw new HttpFault(NO_SUCH);
    }
    const of = { line: body.line, territory: who.organisation.territory };
    if (!isInTime(settings, of, now)) throw new HttpFault(NOT_IN_TIME);
    const asked = {
      round: round.id,
      organisation: who.organisation.id,
      line: body.line,
      guide: round.guide,
      account: who.account,
    };
    const id = await change(db, byActor(who), now, (work, record) =>
      beginApplication(work, record, asked, now),
    );
    return { id };
  });

  routes.add(ONE, async ({ actor, params }) => {
    const who = demandActor(actor);
    const open = await openApplication(db, who, pathId(params, 'application'));
    return viewOf(context, who, open);
  });

  routes.add(SAVE, async ({ actor, params, body }) => {
    const who = demandActor(actor);
    const id = pathId(params, 'application');
    const { now } = moment();
    const done = await saveDraft(db, who, id, body.saves, now, saveRules());
    if (done.ok) return done.value;
    throw saveFault(done.refused);
  });

  routes.add(FIELDS_SINCE, async ({ actor, params, query }) => {
    const who = demandActor(actor);
    const { application } = await openApplication(db, who, pathId(params, 'application'));
    return {
      now: moment().now.toISOString(),
      revision: application.revision,
      state: application.state,
      fields: [...(await fieldsSince(db, application.id, query.since))],
    };
  });
}

function saveFault(refused: SaveRefused): HttpFault {
  switch (refused.code) {
    case 'none':
      return new HttpFault(NO_SUCH);
    case 'not-open':
      return notOpen(refused.state);
    case 'bad-saves':
      return badInput(refused.faults, ({ place, ...fault }) => ({
        path: `saves.${place}`,
        ...fault,
      }));
  }
}

async function openLines(
  { db }: ApplicationContext,
  actor: Actor,
  now: Date,
): Promise<contract.ApplicationList['open']> {
  const rounds = await openRounds(db);
  return Promise.all(
    rounds.map(async ({ id, name, settings, guide: digest }) => {
      const guide = await guideOf(db, digest);
      const lines = settings.lines.flatMap(({ line, open }) => {
        const of = { line, territory: actor.organisation.territory };
        const found = guide.lines.find((l) => l.id === line);
        if (!open || !found || !isInTime(settings, of, now)) return [];
        const deadline = clockOf(settings, 'applicant', of);
        return [{ line, title: found.title, deadline: deadline?.toISOString() ?? null }];
      });
      return { round: id, name, lines };
    }),
  );
}

function rowOf({ application, round, guide, deadline }: OpenApplication): contract.ApplicationRow {
  const { state } = application;
  return {
    id: application.id,
    line: application.line,
    lineTitle: guide.lines.find((l) => l.id === application.line)?.title ?? application.line,
    title: application.title,
    roundName: round.name,
    state,
    stateName: APPLICATION.states[state].name,
    number: application.number,
    deadline: deadline?.toISOString() ?? null,
    createdAt: application.createdAt.toISOString(),
    submittedAt: application.submittedAt?.toISOString() ?? null,
  };
}

async function viewOf(
  { db, moment }: ApplicationContext,
  actor: Actor,
  open: OpenApplication,
): Promise<contract.ApplicationView> {
  const { now } = moment();
  const { application, guide, terms } = open;
  return {
    ...rowOf(open),
    now: now.toISOString(),
    asOf: localDay(now),
    guide: application.guide,
    options: {
      clocks: { ...terms.clocks },
      call: [...terms.call],
      otherReadings: [...terms.otherReadings],
    },
    organisation: { ...open.organisation },
    me: { account: actor.account, name: actor.name },
    revision: application.revision,
    version: application.version,
    fields: [...(await fieldsSince(db, application.id, 0))],
    settled: [...(await settledFacts(SETTLERS, db, guide, application, now))],
    buttons: buttons(APPLICATION, application.state, actor.role, findingsNow(open, now)).map(
      ({ command, name, asks, held }) => ({
        command,
        name,
        asks: asks ?? null,
        held: held ? refusalText(held) : null,
      }),
    ),
    open: isWritable(application.state),
    returned: await lastReturn(db, application),
  };
}

async function lastReturn(
  db: ApplicationContext['db'],
  { id, state }: Application,
): Promise<contract.ApplicationView['returned']> {
  if (state !== 'returned') return null;
  const event = await db
    .selectFrom('event')
    .select(['at', 'after'])
    .where('subject_kind', '=', 'application')
    .where('subject_id', '=', id)
    .where('kind', '=', APPLICATION.commands.return.event)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  const reason: unknown = event?.after && Reflect.get(Object(event.after), 'reason');
  return event
    ? { reason: typeof reason === 'string' ? reason : '', at: event.at.toISOString() }
    : null;
}
