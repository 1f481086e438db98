import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Look, look, lookersAt } from './personal-data.ts';
import { signInForTests } from './sign-in.fixture.ts';

const NOW = new Date('2022-03-16T09:00:00Z');
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const asked: Look = {
  subject: { kind: 'registration', id: '7' },
  field: 'phone',
  of: '联系人',
  why: '核对授权书',
};
const events = () => database.db.selectFrom('event').selectAll().execute();

test('看到全号就有一个事件，谁、谁的、为什么；号码不在事件里', async () => {
  const { actor } = await signInForTests(database.db, { role: 'recommender-handler' });
  const seen = await look(database.db, actor, NOW, asked, async () => '13812345678');
  expect(seen).toEqual({ ok: true, value: '13812345678' });
  const [event, ...more] = await events();
  expect(more).toEqual([]);
  expect(event).toMatchObject({
    subject_kind: 'registration',
    subject_id: '7',
    kind: 'personal-data-seen',
    account_id: actor.account,
    role: 'recommender-handler',
    organisation_id: actor.organisation.id,
    after: { field: 'phone', of: '联系人', why: '核对授权书' },
  });
  expect(JSON.stringify(event)).not.toContain('13812345678');
});

test('范围以外的查不到，不需要的角色不去查，都没有事件', async () => {
  const before = (await events()).length;
  const { actor } = await signInForTests(database.db, { role: 'recommender-handler' });
  expect(await look(database.db, actor, NOW, asked, async () => undefined)).toEqual({
    ok: false,
    refused: 'no-such',
  });
  const { actor: auditor } = await signInForTests(database.db, { role: 'auditor' });
  const never = () => Promise.reject(new Error('read all the same'));
  expect(await look(database.db, auditor, NOW, asked, never)).toEqual({
    ok: false,
    refused: 'role',
  });
  expect(await events()).toHaveLength(before);
});

test('要联系人的角色才能看', () => {
  expect(lookersAt('registration')).toEqual([
    'recommender-handler',
    'recommender-lead',
    'system-admin',
  ]);
  expect(lookersAt('account')).toEqual(['applicant-admin', 'system-admin', 'security-admin']);
  expect(lookersAt('round')).toEqual([]);
});
