import { join } from 'node:path';
import { listXlsx } from '@fuchi/documents/list/list-xlsx';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { programRoot } from '@fuchi/platform-server/program-root';
import { readListFile } from '@fuchi/record-register/read-list-file';
import { valueContext } from '@fuchi/record-register/value-context';
import { creditCodeWarnings, parseCreditCode } from '@fuchi/values/credit-code';
import { beforeAll, expect, test } from 'vitest';
import { ENTERPRISES } from './enterprises.ts';
import { OFFICES, officeOfLine } from './offices.ts';
import { LISTS } from './register-lists.ts';
import { listTable } from './set-up-registers.ts';

type Loaded = NonNullable<Awaited<ReturnType<typeof loadGuide>>>;
let guide: Loaded['checked'];
beforeAll(async () => {
  const loaded = await loadGuide(join(programRoot(), 'guides/jiangsu-2022'));
  if (!loaded) throw new Error('no guide');
  guide = loaded.checked;
});

test('指南的每个名单都有示例，读来没有错误，也没有存疑', () => {
  expect(LISTS.map(({ register }) => register)).toEqual(
    expect.arrayContaining(guide.registers.map(({ id }) => id)),
  );
  for (const list of LISTS) {
    const register = guide.registers.find(({ id }) => id === list.register);
    if (!register) throw new Error(list.register);
    const file = Buffer.from(listXlsx(listTable(list, register.title)));
    const read = readListFile(register, file, valueContext(guide));
    expect(read).toMatchObject({ ok: true, list: { faults: [], missing: [] } });
  }
});

test('示例企业的代码都通得过校验，名称都写着示例，名单里只有它们', () => {
  for (const { name, creditCode } of ENTERPRISES) {
    const parsed = parseCreditCode(creditCode);
    expect(parsed.ok && creditCodeWarnings(parsed.value)).toEqual([]);
    expect(name).toContain('示例');
  }
  for (const { rows } of LISTS) for (const row of rows) expect(row[1]).toContain('示例');
});

test('处室分管的项目类别都在指南里，没有一个归两个处室', () => {
  const owned = OFFICES.flatMap(({ lines }) => lines);
  expect([...owned].sort()).toEqual(guide.lines.map(({ id }) => id).sort());
  expect(new Set(owned).size).toBe(owned.length);
  expect(officeOfLine('no-such-line')).toBe('planning');
});
