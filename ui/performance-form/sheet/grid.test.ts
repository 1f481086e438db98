import { addressText, targetAt } from '@fuchi/forms/field-address';
import { blankFilling } from '@fuchi/forms/filling';
import { openForm } from '@fuchi/platform-server/open-form.fixture';
import { expect, test } from 'vitest';
import { type Direction, gridOf, moved } from './grid.ts';

const value = (id: string) => addressText(targetAt(id, 0, 'value'));

function walk(form: string, kinds: readonly string[], from: string, steps: readonly Direction[]) {
  const grid = gridOf(openForm(form), { ...blankFilling(form), kinds }, ['2022', '2023']);
  let at: string | undefined = from;
  for (const step of steps) at = at && moved(grid, at, step);
  return at;
}

test('down from the header over the goals into the table', () => {
  expect(walk('1-1', [], '/header/项目名称', ['down', 'right', 'down'])).toBe(
    '/header/项目结束时间',
  );
  expect(walk('1-1', [], '/header/项目结束时间', ['down', 'down'])).toBe(value('新增数字化装备'));
});

test('rows of kinds that aren’t chosen are passed over but for their boxes', () => {
  const from = value('全省工业企业IP地址在库数');
  expect(walk('1-8', ['地址溯源'], from, ['down'])).toBe(
    value('为省工业信息安全公共服务平台提供单个IP溯源查询时间'),
  );
  expect(walk('1-8', ['地址溯源'], from, ['left', 'down'])).toBe(
    '/kinds/工业互联网和密码融合应用 产出指标 数量指标* 工业互联网和密码融合应用',
  );
});

test('a year’s column is kept where the next row has it', () => {
  const year = addressText(targetAt('项目总投入', 0, 'year', '2023'));
  expect(walk('1-8', [], year, ['down'])).toBe(
    addressText(targetAt('主营业务收入', 0, 'year', '2023')),
  );
  // 提高工业信息防护能力 is told in words and has no years.
  const people = addressText(targetAt('带动就业人数', 0, 'year', '2022'));
  expect(walk('1-8', [], people, ['down'])).toBe(value('提高工业信息防护能力'));
});

test('at the edges the cursor stays', () => {
  expect(walk('1-1', [], '/header/项目名称', ['up'])).toBeUndefined();
  expect(walk('1-1', [], value('单位增加值能耗下降率'), ['down'])).toBeUndefined();
  expect(walk('1-1', [], '/header/项目名称', ['left'])).toBeUndefined();
});
