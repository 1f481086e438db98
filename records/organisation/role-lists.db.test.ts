import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { ALL_ROLES, ORGANISATION_KINDS, ROLES } from '@fuchi/workflow/role';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** The texts in quotes of a constraint's or function's definition, as PostgreSQL tells it. */
const quoted = (definition: string) =>
  [...definition.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '').sort();

async function constraint(name: string): Promise<string[]> {
  const { rows } = await sql<{
    text: string;
  }>`select pg_get_constraintdef(oid) as text from pg_constraint where conname = ${name}`.execute(
    database.db,
  );
  return quoted(rows[0]?.text ?? '');
}

test('数据库里单位的种类与 role.ts 的一样', async () => {
  expect(await constraint('organisation_kind_check')).toEqual(
    Object.keys(ORGANISATION_KINDS).sort(),
  );
});

test.each(['appointment_role', 'one_time_link_role'])(
  '数据库里的岗位与 role.ts 的一样：%s',
  async (name) => {
    expect(await constraint(name)).toEqual([...ALL_ROLES].sort());
  },
);

test('必须由不同的人担任的岗位，触发器里的与 role.ts 的一样', async () => {
  const { rows } = await sql<{
    text: string;
  }>`select prosrc as text from pg_proc where proname = 'demand_separate_duties'`.execute(
    database.db,
  );
  const [list = ''] = /array\[[^\]]*\]/.exec(rows[0]?.text ?? '') ?? [];
  const administrators = ALL_ROLES.filter((role) => ROLES[role].of === 'administration');
  expect(quoted(list)).toEqual([...administrators].sort());
});
