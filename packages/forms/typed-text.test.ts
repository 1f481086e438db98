import { openForm } from '@fuchi/platform-server/open-form.fixture';
import { expect, test } from 'vitest';
import { addressText, ownAt, readAddress, targetAt } from './field-address.ts';
import { blankFilling } from './filling.ts';
import { sheetRows, TICK } from './sheet-rows.ts';
import { targetRows, typedText, withTargets, withText } from './typed-text.ts';

const ENERGY = '达到行业标杆或先进水平的单位产品能耗';

test.each(['1-1', '1-8', '1-17', '1-20'])(
  'what is typed into each field of %s stands there alone, and cleared leaves no trace',
  (id) => {
    const form = openForm(id);
    const blank = blankFilling(id);
    for (const { address } of sheetRows(form, blank).flatMap((row) => row.cells)) {
      const text = address.kind === 'kind' ? TICK : '某某';
      const typed = withText(form, blank, address, text);
      expect(typedText(typed, address)).toBe(text);
      expect(readAddress(addressText(address))).toEqual(address);
      const others = sheetRows(form, typed)
        .flatMap((row) => row.cells)
        .filter((c) => c.text !== '');
      expect(others.map((c) => addressText(c.address))).toEqual([addressText(address)]);
      // A row that was added stays, as blank as it may be.
      const added = address.kind === 'own' || (address.kind === 'target' && address.index > 2);
      if (!added) expect(withText(form, typed, address, '')).toEqual(blank);
    }
  },
);

test('one kind takes the place of another where one is chosen, and joins it where several may be', () => {
  const one = openForm('1-8');
  const kind = (name: string) => ({ kind: 'kind', name }) as const;
  const first = withText(one, blankFilling('1-8'), kind('地址溯源'), TICK);
  expect(withText(one, first, kind('公共服务平台'), TICK).kinds).toEqual(['公共服务平台']);
  const many = openForm('1-17');
  const water = withText(many, blankFilling('1-17'), kind('以节水改造为主的项目'), TICK);
  expect(withText(many, water, kind('以节能改造为主的项目'), TICK).kinds).toEqual([
    '以节能改造为主的项目',
    '以节水改造为主的项目',
  ]);
});

test('a repeated row has at first as many rows as are printed, and those added and removed stay so', () => {
  const form = openForm('1-17');
  const blank = blankFilling('1-17');
  expect(targetRows(form, blank, ENERGY)).toHaveLength(3);
  const second = withText(form, blank, targetAt(ENERGY, 1, 'about'), '示例产品');
  expect(targetRows(form, second, ENERGY).map((t) => t.about)).toEqual(['', '示例产品', '']);
  const [, kept] = targetRows(form, second, ENERGY);
  const alone = withTargets(form, second, ENERGY, kept ? [kept] : []);
  expect(targetRows(form, alone, ENERGY)).toHaveLength(1);
  const cleared = withText(form, alone, targetAt(ENERGY, 0, 'about'), '');
  expect(targetRows(form, cleared, ENERGY)).toHaveLength(1);
});

test('a row of one’s own that is typed into beyond the last brings those before it', () => {
  const form = openForm('1-1');
  const typed = withText(form, blankFilling('1-1'), ownAt(1, 'name'), '专利');
  expect(typed.own.map((row) => row.name)).toEqual(['', '专利']);
});
