import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { openFileStore } from '@fuchi/platform-server/files/file-store';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { programRoot } from '@fuchi/platform-server/program-root';
import { byActor } from '@fuchi/record-person/by-actor';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import { importPlainList, type PlainList } from './import-plain-list.ts';

export const NOW = new Date('2022-03-16T01:00:00Z');
export const TODAY = '2022-03-16';

/** Invented firms, with codes that hold. */
export const FIRM = { creditCode: '91320583MA1MPA7X76', name: '示例精工有限公司' };
export const OTHER = { creditCode: '91320583MA1MPA7Y51', name: '示例纺织有限公司' };

/** A database, a file store, the real guide, and somebody who imports lists. */
export async function openRegisters() {
  const database: TestDatabase = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'fuchi-register-'));
  const files = await openFileStore(folder);
  const loaded = await loadGuide(join(programRoot(), 'guides/jiangsu-2022'));
  if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
  const guide = loaded.checked;
  const { db } = database;
  const { actor } = await signInForTests(db, { role: 'planning' });
  const keeper = { account: actor.account, by: byActor(actor) };
  return {
    db,
    files,
    guide,
    actor,
    /** Somebody who fills in for a firm of that code and name. */
    async person({ creditCode, name }: typeof FIRM) {
      const { actor } = await signInForTests(db, { role: 'filler' });
      await db
        .updateTable('organisation')
        .set({ credit_code: creditCode, name })
        .where('id', '=', actor.organisation.id)
        .execute();
      return actor;
    },
    register(id: string) {
      const register = guide.registers.find((one) => one.id === id);
      if (!register) throw new Error(`no such register: ${id}`);
      return register;
    },
    list: (plain: Omit<PlainList, 'source'> & { readonly source?: string }, now = NOW) =>
      importPlainList(db, files, guide, { source: '示例文件', ...plain }, keeper, now),
    async close() {
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The columns by which a list knows a firm. */
export function unit({ creditCode, name }: typeof FIRM): Readonly<Record<string, string>> {
  return { 统一社会信用代码: creditCode, 单位名称: name };
}
