import { loadGuide } from '@fuchi/platform-server/load-guide';
import { NO_ROWS } from '@fuchi/policy/facts/entry';
import { describe, expect, test } from 'vitest';
import { pasted, unknownHeads } from './paste.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
const classes = loaded?.checked.facts['班次'];
if (!classes) throw new Error('班次 is missing');
const columns = ['班次名称', '地点', '人数', '授课天数'].flatMap(
  (id) => classes.columns.find((c) => c.id === id) ?? [],
);
const START = { row: 0, column: 0 };
const cells = (entry: ReturnType<typeof pasted>) => entry.rows.map((r) => r.cells);

describe('从表格软件粘贴', () => {
  test('逐格填入，行数不够就添行', () => {
    const entry = pasted(NO_ROWS, columns, START, '一班\t苏州\t100\r\n二班\t南通\t80\r\n');
    expect(cells(entry)).toEqual([
      { 班次名称: '一班', 地点: '苏州', 人数: '100' },
      { 班次名称: '二班', 地点: '南通', 人数: '80' },
    ]);
    expect(new Set(entry.rows.map((r) => r.key)).size).toBe(2);
  });

  test('带表头时按列名对应，次序不同也不错位，不认识的列不取', () => {
    const text = '学员人数（人）\t备注\t班次名称\n60\t内部\t三班';
    expect(cells(pasted(NO_ROWS, columns, START, text))).toEqual([
      { 人数: '60', 班次名称: '三班' },
    ]);
  });

  test('从光标所在格开始，其余单元格不动', () => {
    const before = pasted(NO_ROWS, columns, START, '一班\t苏州\t100\n二班\t南通\t80');
    const after = pasted(before, columns, { row: 1, column: 2 }, '81\t3\n90\t4');
    expect(cells(after)).toEqual([
      { 班次名称: '一班', 地点: '苏州', 人数: '100' },
      { 班次名称: '二班', 地点: '南通', 人数: '81', 授课天数: '3' },
      { 人数: '90', 授课天数: '4' },
    ]);
    expect(after.rows[0]?.key).toBe(before.rows[0]?.key);
  });

  test('表头里没有认出的列说出来', () => {
    expect(unknownHeads(columns, '班次名称\t培训地点\t讲师\n一班\t苏州\t张')).toEqual(['讲师']);
    expect(unknownHeads(columns, '一班\t苏州\t100')).toEqual([]);
  });

  test('多出的列不取，一次最多两千行', () => {
    const wide = pasted(NO_ROWS, columns, { row: 0, column: 3 }, '3\t多出来的');
    expect(cells(wide)).toEqual([{ 授课天数: '3' }]);
    const long = pasted(NO_ROWS, columns, START, Array(5000).fill('班\t苏州').join('\n'));
    expect(long.rows).toHaveLength(2000);
  });
});

test('表格软件的日期写法改成统一写法', () => {
  const invoices = Object.values(loaded.checked.facts).flatMap((f) =>
    f.columns.filter((c) => c.type.kind === 'number' && c.type.dimension === 'date'),
  );
  const [column] = invoices;
  if (!column) throw new Error('no date column');
  for (const text of ['2021/3/1', '2021年3月1日', '2021.03.01', '2021-3-1']) {
    const entry = pasted(NO_ROWS, [column], START, `${text}\nx`);
    expect(entry.rows[0]?.cells).toEqual({ [column.id]: '2021-03-01' });
  }
});
