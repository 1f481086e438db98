import { halfWidth } from './decimal.ts';
import { accept, type Parsed, quoted, refuse } from './parsed.ts';
import { provinceOfCode, provinceOfName } from './province.ts';
import { regionEntries } from './region-data.ts';

declare const region: unique symbol;

export type Zone = '苏南' | '苏中' | '苏北';
export type CountyType = '区' | '县' | '县级市';

/**
 * An administrative division (GB/T 2260). Of other provinces only the province is known: level 'outside', the code is
 * the province's, the name is the place as written after the province's full name.
 */
export type Region = {
  readonly level: 'province' | 'city' | 'county' | 'outside';
  readonly code: string;
  readonly name: string;
  /** Full name of the province-level division. */
  readonly province: string;
  /** The city (设区市) that a county unit belongs to, or the city itself. */
  readonly city?: string;
  readonly zone?: Zone;
  /** 区, 县 or 县级市, of a county unit. */
  readonly type?: CountyType;
  /** Whether a county unit reports to the province itself (县, 县级市), not through its city. */
  readonly reportsDirect?: boolean;
  /** Addressed beside the cities in provincial notices (省直管试点). */
  readonly provinceDirectPilot?: boolean;
  readonly [region]: true;
};

/** The divisions of one province, with the reader of their names. */
export type Regions = {
  /** The province, its cities and their county units, in the order of the data. */
  readonly all: readonly Region[];
  /**
   * A place as people write it: code, official name, common short form, with or without province and city.
   * Bare names are taken as this province's. 淮安 is the city, not its district 淮安区.
   *
   * Codes: 'empty'; 'ambiguous' (fact candidates, joined by 、), e.g. 鼓楼区, 市辖区; 'unknown-region' (fact known: the
   * part that was recognised, where one was). Facts always hold `text`.
   *
   * @example regions.parse('苏州昆山') // 昆山市, city 苏州市, zone 苏南
   * @example regions.parse('安徽省合肥市') // level 'outside', province 安徽省
   */
  readonly parse: (text: string) => Parsed<Region>;
};

/**
 * The regions of a province from data (guides/<id>/reference/regions.yaml, or the JSON it was made from).
 *
 * Codes: 'bad-region-data' (facts place, expected); 'duplicate-code' (fact code).
 */
export function regionsFrom(data: unknown): Parsed<Regions> {
  const entries = regionEntries(data);
  if (!entries.ok) return entries;
  const all = entries.value.map((entry) => entry as Region);
  const byCode = new Map<string, Region>();
  for (const each of all) {
    if (byCode.has(each.code)) return refuse('duplicate-code', { code: each.code });
    byCode.set(each.code, each);
  }
  const byName = namesOf(all);
  const home = all.find((each) => each.level === 'province')?.name ?? '';
  const parse = (text: string): Parsed<Region> => {
    const facts = { text: quoted(text) };
    if (text.length > 60) return refuse('unknown-region', facts);
    const plain = halfWidth(text).replace(/[\s/·-]/g, '');
    if (plain === '') return refuse('empty', facts);
    if (/^\d{6}$/.test(plain)) return ofCode(plain, byCode, home, facts);
    const province = provinceOfName(plain);
    const rest = province?.name === home ? province.rest : plain;
    const found = rest === '' ? all.filter((each) => each.level === 'province') : byName.get(rest);
    const [only, another] = found ?? [];
    if (only !== undefined && another === undefined) return accept(only);
    if (found !== undefined) {
      return refuse('ambiguous', { ...facts, candidates: found.map(fullName).join('、') });
    }
    if (
      province !== undefined &&
      province.name !== home &&
      /^[\u4e00-\u9fff]*$/.test(province.rest)
    ) {
      const name = province.name + province.rest;
      return accept({
        level: 'outside',
        code: province.code,
        name,
        province: province.name,
      } as Region);
    }
    const known = longestKnown(rest, byName) ?? (rest === plain ? undefined : home);
    return refuse('unknown-region', known === undefined ? facts : { ...facts, known });
  };
  return accept({ all, parse });
}

/**
 * Whether a region lies in another, or is it.
 *
 * @example within(昆山市, 苏州市) // true; within(昆山市, 江苏省) is true; within(合肥, 江苏省) is false
 */
export function within(inner: Region, outer: Region): boolean {
  if (inner.province !== outer.province) return false;
  if (outer.level === 'outside') return inner.name.startsWith(outer.name);
  if (outer.level === 'province') return true;
  if (outer.level === 'city') return inner.city === outer.name;
  return inner.code === outer.code;
}

/** The place with its city and province. @example fullName(昆山市) // '江苏省苏州市昆山市' */
export function fullName(of: Region): string {
  if (of.level === 'outside' || of.level === 'province') return of.name;
  return of.level === 'city' ? of.province + of.name : `${of.province}${of.city ?? ''}${of.name}`;
}

function ofCode(
  code: string,
  byCode: ReadonlyMap<string, Region>,
  home: string,
  facts: Readonly<Record<string, string>>,
): Parsed<Region> {
  const found = byCode.get(code);
  if (found !== undefined) return accept(found);
  const province = provinceOfCode(code);
  if (province === undefined || province.name === home) return refuse('unknown-region', facts);
  return accept({ level: 'outside', ...province, province: province.name } as Region);
}

/** Every written form with the regions it may mean. */
function namesOf(all: readonly Region[]): ReadonlyMap<string, readonly Region[]> {
  const names = new Map<string, Region[]>();
  const put = (name: string, of: Region): void => {
    const known = names.get(name);
    if (known === undefined) names.set(name, [of]);
    else if (!known.includes(of)) known.push(of);
  };
  const cities = all.filter((each) => each.level === 'city');
  for (const city of cities) for (const name of forms(city)) put(name, city);
  const cityNames = new Set(names.keys());
  for (const county of all) {
    if (county.level !== 'county') continue;
    const city = cities.find((each) => each.name === county.city);
    for (const name of forms(county)) {
      if (!cityNames.has(name)) put(name, county);
      for (const cityName of city === undefined ? [] : forms(city)) put(cityName + name, county);
    }
    if (county.type !== '区' || city === undefined) continue;
    // 市辖区 is all districts of a city together (GB/T 2260 …01), never one of them.
    put('市辖区', city);
    for (const cityName of forms(city)) put(`${cityName}市辖区`, county);
  }
  return names;
}

/** The official name and, where two characters remain, the name without 市, 区 or 县. */
function forms(of: Region): readonly string[] {
  return of.name.length > 2 ? [of.name, of.name.slice(0, -1)] : [of.name];
}

function longestKnown(
  text: string,
  byName: ReadonlyMap<string, readonly Region[]>,
): string | undefined {
  for (let end = text.length - 1; end >= 2; end -= 1) {
    const [only, another] = byName.get(text.slice(0, end)) ?? [];
    if (only !== undefined && another === undefined) return fullName(only);
  }
  return undefined;
}
