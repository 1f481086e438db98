import { loadGuide } from '@fuchi/platform-server/load-guide';
import { NO_ROWS } from '@fuchi/policy/facts/entry';
import { describe, expect, test } from 'vitest';
import { pasted } from './paste.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
const classes = loaded?.checked.facts['班次'];
if (!classes) throw new Error('班次 is missing');
const columns = ['班次名称', '地点', '人数', '授课天数'].flatMap(
  (id) => classes.columns.find((c) => c.id === id) ?? [],
);
const START = { row: 0, column: 0 };
const cells = ({ entry }: ReturnType<typeof pasted>) => entry.rows.map((r) => r.cells);
const loans = loaded.checked.facts['贷款']?.columns.filter((c) => c.derivations.length === 0) ?? [];

describe('从表格软件粘贴', () => {
  test('逐格填入，行数不够就添行', () => {
    const answer = pasted(NO_ROWS, columns, START, '一班\t苏州\t100\r\n二班\t南通\t80\r\n');
    expect(cells(answer)).toEqual([
      { 班次名称: '一班', 地点: '苏州', 人数: '100' },
      { 班次名称: '二班', 地点: '南通', 人数: '80' },
    ]);
    expect(new Set(answer.entry.rows.map((r) => r.key)).size).toBe(2);
  });

  test('带表头时按列名对应，次序不同也不错位，不认识的列不取', () => {
    const text = '学员人数（人）\t备注\t班次名称\n60\t内部\t三班';
    expect(cells(pasted(NO_ROWS, columns, START, text))).toEqual([
      { 人数: '60', 班次名称: '三班' },
    ]);
  });

  test('从光标所在格开始，其余单元格不动', () => {
    const before = pasted(NO_ROWS, columns, START, '一班\t苏州\t100\n二班\t南通\t80');
    const after = pasted(before.entry, columns, { row: 1, column: 2 }, '81\t3\n90\t4');
    expect(cells(after)).toEqual([
      { 班次名称: '一班', 地点: '苏州', 人数: '100' },
      { 班次名称: '二班', 地点: '南通', 人数: '81', 授课天数: '3' },
      { 人数: '90', 授课天数: '4' },
    ]);
    expect(after.entry.rows[0]?.key).toBe(before.entry.rows[0]?.key);
  });

  test('表头里没有认出的列说出来', () => {
    const notes = (text: string) => pasted(NO_ROWS, columns, START, text).notes;
    expect(notes('班次名称\t培训地点\t讲师\n一班\t苏州\t张')).toEqual([
      '没有认出这几列，没有取：讲师。',
    ]);
    expect(notes('一班\t苏州\t100')).toEqual([]);
  });

  test('多出的列不取，一次最多两千行', () => {
    const wide = pasted(NO_ROWS, columns, { row: 0, column: 3 }, '3\t多出来的');
    expect(cells(wide)).toEqual([{ 授课天数: '3' }]);
    const long = pasted(NO_ROWS, columns, START, Array(5000).fill('班\t苏州').join('\n'));
    expect(long.entry.rows).toHaveLength(2000);
    expect(long.notes.join('')).toMatch(/2000行.+没有取/u);
  });

  test('表头是自己的叫法：不当成一行，按次序对应，按表头写的元取', () => {
    const text = [
      '借据号\t贷款银行\t借款金额（元）\t已放款(元)\t期限\t合同签订日',
      '118号\t示例银行\t20,000,000.00\t18,000,000.00\t3\t2020/12/18',
    ].join('\n');
    const answer = pasted(NO_ROWS, loans, START, text);
    expect(cells(answer)).toEqual([
      {
        借据号: '118号',
        贷款金融机构: '示例银行',
        本金: '20,000,000.00元',
        已发放金额: '18,000,000.00元',
        期限: '3',
        定价日: '2020-12-18',
      },
    ]);
    expect(answer.notes).toEqual([
      '第一行是表头，没有取；列名与这里的不同，各列按次序对应，请核对。',
    ]);
  });

  test('表上方写着单位：元，没有另写单位的列按元取', () => {
    const text = '贷款清单\t\t单位：元\n借据号\t本金\t已发放金额（万元）\n118号\t500\t3';
    expect(cells(pasted(NO_ROWS, loans, START, text))).toEqual([
      { 借据号: '118号', 本金: '500元', 已发放金额: '3' },
    ]);
  });

  test('合计行和空行不取，取了多少说出来；括号里的负数是负数，不要货币符号', () => {
    const text = '118号\t甲\t￥1,200.50\n\t\t\n119号\t甲\t(200.00)\n合 计\t\t1,000.50';
    const answer = pasted(NO_ROWS, loans, START, text);
    expect(cells(answer).map((row) => row['本金'])).toEqual(['1,200.50', '-200.00']);
    expect(answer.notes).toEqual(['有1行合计，没有取：合计由系统计算。']);
  });

  test('数还没有的一行不是表头', () => {
    const answer = pasted(NO_ROWS, loans, START, '118号\t甲\t\t\n119号\t甲\t—\t—');
    expect(answer.entry.rows).toHaveLength(2);
    expect(answer.notes).toEqual([]);
  });
});

test('表格软件的日期写法改成统一写法', () => {
  const invoices = Object.values(loaded.checked.facts).flatMap((f) =>
    f.columns.filter((c) => c.type.kind === 'number' && c.type.dimension === 'date'),
  );
  const [column] = invoices;
  if (!column) throw new Error('no date column');
  for (const text of ['2021/3/1', '2021年3月1日', '2021.03.01', '2021-3-1']) {
    const { entry } = pasted(NO_ROWS, [column], START, `${text}\nx`);
    expect(entry.rows[0]?.cells).toEqual({ [column.id]: '2021-03-01' });
  }
});
