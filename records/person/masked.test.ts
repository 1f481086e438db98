import { expect, test } from 'vitest';
import { masked, maskedEmail, maskedIdNumber, maskedPhone, withoutPersonalData } from './masked.ts';

test('电话、邮箱和身份证号只露一头一尾', () => {
  expect(maskedPhone('13812345678')).toBe('138****5678');
  expect(maskedPhone('1234567')).toBe('****');
  expect(maskedEmail('zhangsan@example.com')).toBe('z***@example.com');
  expect(maskedEmail('@example.com')).toBe('***');
  expect(maskedIdNumber('32010219900101123X')).toBe('320***********123X');
  expect(maskedIdNumber('320102')).toBe('****');
  expect(masked('email', 'a@b.cn')).toBe('a***@b.cn');
});

test('打字写进去的也遮住，别的数字不动', () => {
  expect(
    withoutPersonalData('电话13812345678，邮箱li.si+a@example.com.cn，证件320102199001011234。'),
  ).toBe('电话138****5678，邮箱l***@example.com.cn，证件320***********1234。');
  expect(withoutPersonalData('91320102MA1ABCDEF2 发票20221234567890123456 138123456789')).toBe(
    '91320102MA1ABCDEF2 发票20221234567890123456 138123456789',
  );
});
