import { field, flagField, listField, textField } from './field.ts';
import { accept, type Parsed, type Refusal, refuse } from './parsed.ts';

/** A row of the division data, checked. */
export type RegionEntry = {
  readonly level: 'province' | 'city' | 'county';
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly city?: string;
  readonly zone?: '苏南' | '苏中' | '苏北';
  readonly type?: '区' | '县' | '县级市';
  readonly reportsDirect?: boolean;
  readonly provinceDirectPilot?: boolean;
};

/**
 * The rows of division data: the province, then each city followed by its county units.
 *
 * Code 'bad-region-data' (facts place, expected).
 */
export function regionEntries(data: unknown): Parsed<readonly RegionEntry[]> {
  const top = named(field(data, '省', 'province'), '省');
  if (!top.ok) return top;
  const province = top.value.name;
  const entries: RegionEntry[] = [{ level: 'province', ...top.value, province }];
  const cities = listField(data, '设区市', 'cities');
  if (cities === undefined) return bad('设区市', '列表');
  for (const [i, each] of cities.entries()) {
    const place = `设区市[${i}]`;
    const head = named(each, place);
    if (!head.ok) return head;
    const zone = textField(each, '片区', 'zone');
    if (zone !== '苏南' && zone !== '苏中' && zone !== '苏北')
      return bad(`${place}.片区`, '苏南、苏中、苏北');
    const city = head.value.name;
    entries.push({ level: 'city', ...head.value, province, city, zone });
    const units = listField(each, '县级单位', 'units');
    if (units === undefined) return bad(`${place}.县级单位`, '列表');
    for (const [j, unit] of units.entries()) {
      const read = countyUnit(unit, `${place}.县级单位[${j}]`);
      if (!read.ok) return read;
      entries.push({ level: 'county', ...read.value, province, city, zone });
    }
  }
  return accept(entries);
}

type CountyUnit = Named & {
  readonly type: '区' | '县' | '县级市';
  readonly reportsDirect: boolean;
  readonly provinceDirectPilot: boolean;
};

function countyUnit(data: unknown, place: string): Parsed<CountyUnit> {
  const head = named(data, place);
  if (!head.ok) return head;
  const type = textField(data, '类型', 'type');
  if (type !== '区' && type !== '县' && type !== '县级市')
    return bad(`${place}.类型`, '区、县、县级市');
  const reportsDirect = flagField(data, '直接上报', 'reports_direct');
  if (reportsDirect === undefined) return bad(`${place}.直接上报`, '是、否');
  const provinceDirectPilot = flagField(data, '省直管试点', 'province_direct_pilot');
  if (provinceDirectPilot === undefined) return bad(`${place}.省直管试点`, '是、否');
  return accept({ ...head.value, type, reportsDirect, provinceDirectPilot });
}

type Named = { readonly code: string; readonly name: string };

function named(data: unknown, place: string): Parsed<Named> {
  const code = textField(data, '代码', 'code');
  if (code === undefined || !/^\d{6}$/.test(code)) return bad(`${place}.代码`, '六位数字');
  const name = textField(data, '名称', 'name');
  if (name === undefined || name.length < 2) return bad(`${place}.名称`, '名称');
  return accept({ code, name });
}

function bad(place: string, expected: string): Refusal {
  return refuse('bad-region-data', { place, expected });
}
