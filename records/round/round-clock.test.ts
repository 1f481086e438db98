import { describe, expect, test } from 'vitest';
import type { RoundClock } from './contract.ts';
import { clockOf, isInTime } from './round-clock.ts';

const at = (text: string) => `2022-${text}:00+08:00`;
const clock = (
  kind: RoundClock['kind'],
  when: string,
  line: string | null = null,
  territory: string | null = null,
): RoundClock => ({ kind, line, territory, at: at(when) });

const settings = {
  clocks: [
    clock('opening', '03-16T09:00'),
    clock('applicant', '04-15T17:00'),
    clock('applicant', '04-20T17:00', 'merger'),
    clock('applicant', '04-12T17:00', null, '320500'),
    clock('applicant', '04-11T17:00', null, '320583'),
    clock('applicant', '04-25T17:00', 'merger', '320583'),
  ],
};

describe('批次的时限', () => {
  test.each([
    ['没有单独规定的，用总的', 'data-product', '320100', '04-15T17:00'],
    ['项目类别有单独规定的，用它的', 'merger', '320100', '04-20T17:00'],
    ['地方有单独规定的，用它的', 'data-product', '320500', '04-12T17:00'],
    ['县（市）先于设区市', 'data-product', '320583', '04-11T17:00'],
    ['县（市）没有规定的，用设区市的', 'data-product', '320581', '04-12T17:00'],
    ['项目类别先于地方', 'merger', '320500', '04-20T17:00'],
    ['项目类别和地方都有规定的，用两者都合的', 'merger', '320583', '04-25T17:00'],
    ['不知道地方的，用总的', 'data-product', null, '04-15T17:00'],
  ])('%s', (_says, line, territory, expected) => {
    expect(clockOf(settings, 'applicant', { line, territory })).toEqual(new Date(at(expected)));
  });

  test('没有设时限就是没有开放', () => {
    const of = { line: 'merger', territory: null };
    expect(clockOf(settings, 'city', of)).toBeUndefined();
    expect(isInTime({ clocks: [] }, of, new Date(at('04-01T09:00')))).toBe(false);
    const unended = { clocks: [clock('opening', '03-16T09:00')] };
    expect(isInTime(unended, of, new Date(at('04-01T09:00')))).toBe(false);
  });

  test.each([
    ['开放前一毫秒', new Date(new Date(at('03-16T09:00')).getTime() - 1), false],
    ['开放的那一刻', new Date(at('03-16T09:00')), true],
    ['截止的那一刻', new Date(at('04-15T17:00')), true],
    ['截止后一毫秒', new Date(new Date(at('04-15T17:00')).getTime() + 1), false],
  ])('%s：%s', (_says, now, expected) => {
    expect(isInTime(settings, { line: 'data-product', territory: null }, now)).toBe(expected);
  });
});
