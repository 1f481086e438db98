import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { applicationForTests } from '@fuchi/record-application/application.fixture';
import type { ScanPage } from '@fuchi/record-application/contract-scan';
import { addScan, printsOf } from '@fuchi/record-application/seal-store';
import { versionForTests } from '@fuchi/record-application/version.fixture';
import { change } from '@fuchi/record-event/change';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { submitTasks } from './submit-tasks.ts';

const NOW = new Date('2022-04-08T02:00:00Z');
let database: TestDatabase;
let actor: Actor;
let application: string;

beforeAll(async () => {
  database = await openTestDatabase();
  ({ actor } = await signInForTests(database.db, { role: 'submitter', machine: NOW }));
  const round = await openRoundForTests(database.db, NOW);
  const who = { organisation: actor.organisation.id, account: actor.account };
  application = await applicationForTests(database.db, who, NOW, { round, line: 'merger' });
  await versionForTests(database.db, { application, account: actor.account }, NOW, [
    { kind: 'application', title: '申报书', pages: 2 },
  ]);
  await database.db
    .updateTable('application')
    .set({ state: 'finalised', version: 1, title: '示例并购' })
    .where('id', '=', application)
    .execute();
});
afterAll(() => database.close());

async function scan(page: number): Promise<void> {
  const { digest } = (await printsOf(database.db, { application, version: 1 }))[0] ?? {};
  if (digest === undefined) throw new Error('no print');
  const pages: ScanPage[] = [{ how: 'code', kind: 'application', page }];
  const file = { digest, name: '盖章.pdf', type: 'pdf', size: 1000, pages, signers: null } as const;
  const to = { application, version: 1, account: actor.account };
  await change(database.db, byActor(actor), NOW, (work, record) =>
    addScan(work, record, to, file, NOW),
  );
}

test('盖章页交齐了才等提交人提交；填报人没有这件事，过了截止时间也没有', async () => {
  const titles = async (who: Actor, now: Date) =>
    (await submitTasks(database.db, who, now)).map(({ title, to }) => `${title} ${to}`);
  await scan(1);
  expect(await titles(actor, NOW)).toEqual([]);
  await scan(2);
  const waiting = [`提交申报：示例并购 /applications/${application}/finish`];
  expect(await titles(actor, NOW)).toEqual(waiting);
  expect(await titles({ ...actor, role: 'applicant-admin' }, NOW)).toEqual(waiting);
  expect(await titles({ ...actor, role: 'filler' }, NOW)).toEqual([]);
  const [task] = await submitTasks(database.db, actor, NOW);
  if (!task?.due) throw new Error('no clock');
  expect(await titles(actor, task.due)).toEqual(waiting);
  expect(await titles(actor, new Date(task.due.getTime() + 1))).toEqual([]);
});
