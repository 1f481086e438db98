import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CalendarDate, parseDate, partsOf } from './date.ts';
import { parsePeriod } from './period.ts';
import { fullName, regionsFrom } from './region.ts';
import { isWorkingDay, workingCalendarFrom, workingDaysIn } from './working-days.ts';

/**
 * The reference files of the 2022 guide, read line by line: these tests watch the data, whatever reads it.
 * The YAML reader belongs to a package above this one.
 */
const lines = (name: string): readonly string[] =>
  readFileSync(
    new URL(`../../guides/jiangsu-2022/reference/${name}.yaml`, import.meta.url),
    'utf8',
  ).split('\n');
const row = (line: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...line.matchAll(/([^\s{,:]+): "?([^",}]+?)"?(?= *[,}]|$)/g)].map(
      ([, key = '', value = '']) => [key, value],
    ),
  );

function d(text: string): CalendarDate {
  const parsed = parseDate(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.code}`);
  return parsed.value;
}

describe('regions.yaml', () => {
  const cities: {
    代码: string;
    名称: string;
    片区: string;
    县级单位: Readonly<Record<string, string>>[];
  }[] = [];
  for (const line of lines('regions')) {
    const { 代码 = '', 名称 = '', 片区, ...rest } = row(line);
    const city = cities.at(-1);
    if (line.startsWith('  - ')) cities.push({ 代码, 名称: '', 片区: '', 县级单位: [] });
    else if (line.startsWith('      - ')) city?.县级单位.push({ 代码, 名称, ...rest });
    else if (line.startsWith('    ') && city !== undefined)
      Object.assign(city, 名称 ? { 名称 } : 片区 ? { 片区 } : {});
  }
  const parsed = regionsFrom({ 省: { 代码: '320000', 名称: '江苏省' }, 设区市: cities });

  it('holds 13 cities and 95 county units: 55 districts, 21 county-level cities, 19 counties', () => {
    expect(parsed.ok ? 'read' : parsed).toBe('read');
    if (!parsed.ok) return;
    const count = (key: 'level' | 'type', value: string): number =>
      parsed.value.all.filter((each) => each[key] === value).length;
    expect([count('level', 'city'), count('level', 'county')]).toEqual([13, 95]);
    expect([count('type', '区'), count('type', '县级市'), count('type', '县')]).toEqual([
      55, 21, 19,
    ]);
    expect(
      parsed.value.all.filter((each) => each.provinceDirectPilot).map((each) => each.name),
    ).toEqual(['昆山市', '泰兴市', '沭阳县']);
    expect(
      parsed.value.all.filter((each) => each.reportsDirect === true && each.type === '区'),
    ).toEqual([]);
  });

  it('each is found by its code, full name, and city with unit; each code lies under its city', () => {
    if (!parsed.ok) return;
    for (const each of parsed.value.all) {
      const names = [
        each.code,
        fullName(each),
        each.level === 'county' ? `${each.city ?? ''}${each.name}` : each.name,
      ];
      for (const name of names) expect(parsed.value.parse(name)).toEqual({ ok: true, value: each });
      const city = parsed.value.all.find(
        (other) => other.level === 'city' && other.name === each.city,
      );
      expect(each.code.slice(0, 4)).toBe(city?.code.slice(0, 4) ?? '3200');
    }
  });

  it('only 鼓楼 needs its city', () => {
    if (!parsed.ok) return;
    const { all, parse } = parsed.value;
    expect(new Set(all.filter((each) => !parse(each.name).ok).map((each) => each.name))).toEqual(
      new Set(['鼓楼区']),
    );
  });
});

describe('lpr.yaml and holidays.yaml', () => {
  const years: Record<string, { 放假: string[][]; 上班: string[] }> = {};
  let year: { 放假: string[][]; 上班: string[] } | undefined;
  for (const line of lines('holidays')) {
    const dates = [...line.matchAll(/"(\d{4}-\d{2}-\d{2})"/g)].map(([, date = '']) => date);
    const heading = /^ {2}"(\d{4})":$/.exec(line)?.[1];
    if (heading !== undefined) {
      year = { 放假: [], 上班: [] };
      years[heading] = year;
    } else if (dates.length === 2) year?.放假.push(dates);
    else year?.上班.push(...dates);
  }
  const calendar = workingCalendarFrom({ 年度: years });
  const rates = lines('lpr')
    .filter((line) => line.startsWith('  - '))
    .map(row);

  it('2021 has 250 working days, 2022 has 249, 2023 has 249', () => {
    const counts = ['2021', '2022', '2023'].map((each) => {
      const period = parsePeriod(`${each}-01-01..${each}-12-31`);
      return calendar.ok && period.ok ? workingDaysIn(calendar.value, period.value) : undefined;
    });
    expect(counts).toMatchObject([{ value: 250 }, { value: 249 }, { value: 249 }]);
  });

  it('one rate a month from 2019-08, on the 20th or the first working day after it, with two decimals', () => {
    expect(rates).toHaveLength(41);
    rates.forEach(({ 公布日期 = '', 一年期, 五年期以上 }, i) => {
      expect([一年期, 五年期以上].join(' ')).toMatch(/^\d\.\d{2}% \d\.\d{2}%$/);
      const published = d(公布日期);
      const { year: y, month, day } = partsOf(published);
      expect([y, month]).toEqual([2019 + Math.floor((7 + i) / 12), ((7 + i) % 12) + 1]);
      if (!calendar.ok || y < 2021) return;
      const restedBefore = Array.from({ length: day - 20 }, (_, n) =>
        isWorkingDay(calendar.value, d(`${y}-${month}-${20 + n}`)),
      );
      expect(isWorkingDay(calendar.value, published)).toMatchObject({ value: true });
      for (const each of restedBefore) expect(each).toMatchObject({ value: false });
    });
  });
});
