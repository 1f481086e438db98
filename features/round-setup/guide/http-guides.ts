import { askingOf } from '@fuchi/platform-server/answering/asking-of';
import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { ZIP } from '@fuchi/platform-server/api/take-upload';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import type { EventBy } from '@fuchi/record-event/event';
import { keepGuide } from '@fuchi/record-guide-version/guide-of';
import { publishGuideVersion } from '@fuchi/record-guide-version/guide-version-store';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import type * as z from 'zod';
import * as contract from '../contract.ts';
import { ROUND_KEEPERS } from '../readers.ts';
import type { RoundSetupContext } from '../round-setup-context.ts';
import type { GuideOutcome } from './guide-work.ts';
import { refusedZip } from './refused-zip.ts';

type Query = z.infer<typeof contract.guideCheckQuery>;

const UPLOADED: DeskOperation<Query, undefined, contract.GuideCheck> = {
  id: 'checkUploadedGuide',
  method: 'POST',
  path: '/api/desk/guides',
  permission: ROUND_KEEPERS,
  says: '检查上传的指南文件夹，没有问题可以发布为新版本',
  query: contract.guideCheckQuery,
  upload: ZIP,
  reply: contract.guideCheck,
};
const SHIPPED: DeskOperation<Query, undefined, contract.GuideCheck> = {
  id: 'checkShippedGuide',
  method: 'POST',
  path: '/api/desk/guides/shipped',
  permission: ROUND_KEEPERS,
  says: '检查随程序附带的指南，没有问题可以发布',
  query: contract.guideCheckQuery,
  reply: contract.guideCheck,
};

/** Guides as versions: a folder that is sent, or the one the program ships, is checked with all its worked cases. */
export function guideRoutes(routes: DeskRoutes<Actor>, context: RoundSetupContext): void {
  const { workOnGuide, guideFiles } = context;

  routes.add(UPLOADED, async ({ actor, query, file, request, reply }) => {
    const who = demandActor(actor);
    const task = { kind: 'check', from: 'zip', bytes: file } as const;
    return told(context, who, query, await workOnGuide(task, askingOf(request, reply)));
  });

  routes.add(SHIPPED, async ({ actor, query, request, reply }) => {
    const who = demandActor(actor);
    const task = { kind: 'check', from: 'files', files: guideFiles } as const;
    return told(context, who, query, await workOnGuide(task, askingOf(request, reply)));
  });
}

async function told(
  { db, moment }: RoundSetupContext,
  actor: Actor,
  { publish }: Query,
  outcome: GuideOutcome,
): Promise<contract.GuideCheck> {
  if (outcome.kind === 'refused') throw refusedZip(outcome.code, outcome.file);
  if (outcome.kind !== 'checked') throw new Error('the thread did something else');
  const { checked, files, count, faults } = outcome;
  const done =
    publish === 'yes' && count === 0
      ? await published(db, byActor(actor), outcome, moment().now)
      : ({ published: 'none', taken: null } as const);
  const { id, version, title, digest } = checked.guide;
  return {
    guide: id,
    version,
    title,
    digest,
    files: files.size,
    count,
    faults: faults.map((fault) => ({ ...fault })),
    ...done,
  };
}

async function published(
  db: RoundSetupContext['db'],
  by: EventBy,
  { checked, files }: Extract<GuideOutcome, { kind: 'checked' }>,
  now: Date,
): Promise<Pick<contract.GuideCheck, 'published' | 'taken'>> {
  const loaded = { checked, files, faults: [], lookAlikes: [] };
  const done = await changeOrRefuse<'new', Pick<contract.GuideCheck, 'published' | 'taken'>>(
    db,
    by,
    now,
    async (work, record, refuse) => {
      const made = await publishGuideVersion(work, record, loaded, { account: by.account, now });
      if ('refused' in made) return refuse({ published: 'none', taken: made.refused.digest });
      // It is there word for word: nothing happened that could be written down.
      return made.fresh ? 'new' : refuse({ published: 'before', taken: null });
    },
  );
  if (!done.ok) return done.refused;
  keepGuide(checked);
  return { published: done.value, taken: null };
}
