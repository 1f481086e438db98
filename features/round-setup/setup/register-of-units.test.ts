import { expect, test } from 'vitest';
import { registerLike, registerOfUnits } from './register-of-units.ts';

const unit = (id: string, territory: string | null, through: string | null = null) => ({
  id,
  territory,
  through,
});

test('单位照设立时的地区和经由进名单；经由的不在名单里就直接报省', () => {
  const units = [unit('1', '320500'), unit('2', '320583', '1'), unit('3', '320724', '9')];
  expect(registerOfUnits(units, [])).toEqual([
    { organisation: '1', territory: '320500', through: null },
    { organisation: '2', territory: '320583', through: '1' },
    { organisation: '3', territory: '320724', through: null },
  ]);
  expect(registerOfUnits([unit('2', '320583', '1')], ['1'])).toMatchObject([{ through: '1' }]);
  expect(registerOfUnits([unit('4', null)], [])).toMatchObject([{ territory: '320000' }]);
});

test('照别的批次：关闭的单位去掉，经由关闭单位的留着等人定', () => {
  const register = [
    { organisation: '1', territory: '320500', through: null },
    { organisation: '2', territory: '320583', through: '1' },
  ];
  expect(registerLike(register, [{ id: '2' }])).toEqual([register[1]]);
});
