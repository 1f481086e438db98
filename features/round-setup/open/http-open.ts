import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { type SteadyJson, sendSteady, steadyJson } from '@fuchi/platform-server/steady-json';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { guideToJson } from '@fuchi/policy/guide-json';
import { guideOf } from '@fuchi/record-guide-version/guide-of';
import { guideVersions } from '@fuchi/record-guide-version/guide-version-store';
import type { Actor } from '@fuchi/record-person/actor';
import { openRounds } from '@fuchi/record-round/round-store';
import * as z from 'zod';
import * as contract from '../contract.ts';
import type { RoundSetupContext } from '../round-setup-context.ts';
import { organisationNames } from '../setup/units-store.ts';
import { openLine } from './open-line.ts';

const ROUNDS: DeskOperation<undefined, undefined, contract.PublicRounds> = {
  id: 'listOpenRounds',
  method: 'GET',
  path: '/api/rounds',
  permission: 'public',
  says: '查看已发布的申报批次和时间',
  reply: contract.publicRounds,
};
const GUIDES: DeskOperation<undefined, undefined, z.infer<typeof contract.guideList>> = {
  id: 'listGuideVersions',
  method: 'GET',
  path: '/api/guides',
  permission: 'public',
  says: '查看已发布的指南版本',
  reply: contract.guideList,
};

const GUIDE: DeskOperation<undefined, undefined, unknown> = {
  id: 'getPublishedGuide',
  method: 'GET',
  path: '/api/guides/{guide}',
  permission: 'public',
  says: '取得一个已发布的指南版本，按摘要值',
  reply: z.unknown(),
};

/** Written out once as long as the guide itself stays in memory. */
const written = new WeakMap<CheckedGuide, SteadyJson>();

function steadyGuide(guide: CheckedGuide): SteadyJson {
  const json = written.get(guide) ?? steadyJson(guideToJson(guide));
  written.set(guide, json);
  return json;
}

/** What everybody may know: the rounds that are published with their clocks, and the guides' versions. */
export function openRoutes(routes: DeskRoutes<Actor>, context: RoundSetupContext): void {
  const { db, moment, receivedOf } = context;

  routes.add(ROUNDS, async () => {
    const { now } = moment();
    const rounds = await openRounds(db);
    return {
      now: now.toISOString(),
      rounds: await Promise.all(
        rounds.map(async (round) => {
          const { guide, lines } = await guideOf(db, round.guide);
          const open = round.settings.lines.filter((line) => line.open);
          const offices = open.flatMap(({ office }) => (office === null ? [] : [office]));
          const names = await organisationNames(db, offices);
          const received = round.settings.publication.received
            ? await receivedOf(db, round.id)
            : undefined;
          return {
            id: round.id,
            year: round.year,
            name: round.name,
            guide: {
              digest: guide.digest,
              guide: guide.id,
              version: guide.version,
              title: guide.title,
            },
            lines: open.map(({ line, office }) => ({
              ...openLine(round.settings, line, now),
              title: lines.find(({ id }) => id === line)?.title ?? line,
              office: office === null ? null : (names.get(office) ?? null),
              received: received ? (received.get(line) ?? 0) : null,
            })),
          };
        }),
      ),
    };
  });

  routes.add(GUIDE, async ({ params, request, reply }) => {
    const digest = params['guide'] ?? '';
    const published = (await guideVersions(db)).some((version) => version.digest === digest);
    if (!published) throw new HttpFault(NO_SUCH);
    return sendSteady(request, reply, steadyGuide(await guideOf(db, digest)));
  });

  routes.add(GUIDES, async () => ({
    guides: (await guideVersions(db)).map(({ publishedAt, ...row }) => ({
      ...row,
      publishedAt: publishedAt.toISOString(),
    })),
  }));
}
