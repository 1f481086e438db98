import { describe, expect, it } from 'vitest';
import { fullName, type Region, type Regions, regionsFrom, within } from './region.ts';

const unit = (
  代码: string,
  名称: string,
  类型: string,
  直接上报: string,
): Record<string, string> => ({
  代码,
  名称,
  类型,
  直接上报,
});

/** A part of Jiangsu, with the names that collide. */
const data = {
  省: { 代码: '320000', 名称: '江苏省' },
  设区市: [
    {
      代码: '320100',
      名称: '南京市',
      片区: '苏南',
      县级单位: [unit('320106', '鼓楼区', '区', '否'), unit('320115', '江宁区', '区', '否')],
    },
    {
      代码: '320200',
      名称: '无锡市',
      片区: '苏南',
      县级单位: [unit('320281', '江阴市', '县级市', '是')],
    },
    {
      代码: '320300',
      名称: '徐州市',
      片区: '苏北',
      县级单位: [unit('320302', '鼓楼区', '区', '否'), unit('320321', '丰县', '县', '是')],
    },
    {
      代码: '320500',
      名称: '苏州市',
      片区: '苏南',
      县级单位: [
        unit('320509', '吴江区', '区', '否'),
        { ...unit('320583', '昆山市', '县级市', '是'), 省直管试点: '是' },
      ],
    },
    {
      代码: '320600',
      名称: '南通市',
      片区: '苏中',
      县级单位: [unit('320612', '通州区', '区', '否'), unit('320623', '如东县', '县', '是')],
    },
    {
      代码: '320800',
      名称: '淮安市',
      片区: '苏北',
      县级单位: [unit('320803', '淮安区', '区', '否')],
    },
  ],
};

function regionsOf(from: unknown): Regions {
  const parsed = regionsFrom(from);
  if (!parsed.ok) throw new Error(`${parsed.code} ${JSON.stringify(parsed.facts)}`);
  return parsed.value;
}
const regions = regionsOf(data);
function r(text: string): Region {
  const parsed = regions.parse(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.code}`);
  return parsed.value;
}

describe('a place as people write it', () => {
  it.each([
    ['320583', '江苏省苏州市昆山市'],
    ['昆山市', '江苏省苏州市昆山市'],
    ['昆山', '江苏省苏州市昆山市'],
    ['苏州昆山', '江苏省苏州市昆山市'],
    ['苏州市昆山市', '江苏省苏州市昆山市'],
    ['江苏省苏州市昆山市', '江苏省苏州市昆山市'],
    ['江苏昆山', '江苏省苏州市昆山市'],
    ['江苏省 苏州市 昆山市', '江苏省苏州市昆山市'],
    ['３２０５８３', '江苏省苏州市昆山市'],
    ['苏州', '江苏省苏州市'],
    ['无锡市', '江苏省无锡市'],
    ['江苏省无锡市', '江苏省无锡市'],
    ['江苏', '江苏省'],
    ['江苏省', '江苏省'],
    ['丰县', '江苏省徐州市丰县'],
    ['徐州丰县', '江苏省徐州市丰县'],
    ['南京鼓楼', '江苏省南京市鼓楼区'],
    ['徐州市鼓楼区', '江苏省徐州市鼓楼区'],
    ['南通通州', '江苏省南通市通州区'],
    ['淮安', '江苏省淮安市'],
    ['淮安区', '江苏省淮安市淮安区'],
  ])('%s is %s', (text, name) => {
    expect(fullName(r(text))).toBe(name);
  });

  it('carries what rules ask of a place', () => {
    expect(r('昆山')).toEqual({
      level: 'county',
      code: '320583',
      name: '昆山市',
      province: '江苏省',
      city: '苏州市',
      zone: '苏南',
      type: '县级市',
      reportsDirect: true,
      provinceDirectPilot: true,
    });
    expect(r('南通')).toMatchObject({ level: 'city', city: '南通市', zone: '苏中' });
    expect(r('江宁')).toMatchObject({
      type: '区',
      reportsDirect: false,
      provinceDirectPilot: false,
    });
  });

  it.each([
    ['鼓楼区', '江苏省南京市鼓楼区、江苏省徐州市鼓楼区'],
    ['江苏省鼓楼', '江苏省南京市鼓楼区、江苏省徐州市鼓楼区'],
    ['南京市市辖区', '江苏省南京市鼓楼区、江苏省南京市江宁区'],
    ['市辖区', '江苏省南京市、江苏省徐州市、江苏省苏州市、江苏省南通市、江苏省淮安市'],
  ])('%s is ambiguous', (text, candidates) => {
    expect(regions.parse(text)).toMatchObject({ code: 'ambiguous', facts: { text, candidates } });
  });

  it.each([
    ['', 'empty', undefined],
    ['无锡市昆山市', 'unknown-region', '江苏省无锡市'],
    ['苏州工业园区', 'unknown-region', '江苏省苏州市'],
    ['江苏省火星市', 'unknown-region', '江苏省'],
    ['合肥市', 'unknown-region', undefined],
    ['329999', 'unknown-region', undefined],
    ['990000', 'unknown-region', undefined],
    ['苏'.repeat(100_000), 'unknown-region', undefined],
  ])('%.12s is refused: %s', (text, code, known) => {
    const parsed = regions.parse(text);
    expect(parsed).toMatchObject({ ok: false, code });
    expect(parsed.ok ? undefined : parsed.facts.known).toBe(known);
  });
});

describe('a place in another province', () => {
  it.each([
    ['安徽省合肥市', '安徽省合肥市', '安徽省'],
    ['安徽合肥', '安徽省合肥', '安徽省'],
    ['上海', '上海市', '上海市'],
    ['广西南宁市', '广西壮族自治区南宁市', '广西壮族自治区'],
    ['内蒙古自治区包头市', '内蒙古自治区包头市', '内蒙古自治区'],
    ['香港', '香港特别行政区', '香港特别行政区'],
    ['340100', '安徽省', '安徽省'],
  ])('%s is known to be outside', (text, name, province) => {
    expect(r(text)).toMatchObject({ level: 'outside', name, province });
    expect(within(r(text), r('江苏省'))).toBe(false);
    expect(within(r('昆山'), r(text))).toBe(false);
  });

  it('lies in its own province', () => {
    expect(within(r('安徽省合肥市'), r('安徽'))).toBe(true);
    expect(within(r('安徽'), r('安徽省合肥市'))).toBe(false);
  });
});

describe('lying in', () => {
  it.each([
    ['昆山', '昆山', true],
    ['昆山', '苏州', true],
    ['昆山', '江苏', true],
    ['昆山', '无锡', false],
    ['昆山', '吴江', false],
    ['苏州', '昆山', false],
    ['苏州', '苏州', true],
    ['江苏', '苏州', false],
    ['淮安区', '淮安', true],
  ])('%s in %s: %s', (inner, outer, expected) => {
    expect(within(r(inner), r(outer))).toBe(expected);
  });
});

describe('the data', () => {
  it('may be the exchanged JSON', () => {
    const english = regionsOf({
      province: { code: '320000', name: '江苏省' },
      cities: [
        {
          code: '320500',
          name: '苏州市',
          zone: '苏南',
          units: [
            {
              code: '320583',
              name: '昆山市',
              type: '县级市',
              reports_direct: true,
              province_direct_pilot: true,
            },
          ],
        },
      ],
    });
    expect(english.parse('昆山')).toEqual({ ok: true, value: r('昆山') });
  });

  it.each([
    [null, '省.代码'],
    [{ ...data, 省: { 代码: '32', 名称: '江苏省' } }, '省.代码'],
    [{ 省: data.省 }, '设区市'],
    [{ ...data, 设区市: [{ 代码: '320100', 名称: '南京市', 片区: '苏西' }] }, '设区市[0].片区'],
    [{ ...data, 设区市: [{ 代码: '320100', 名称: '南京市', 片区: '苏南' }] }, '设区市[0].县级单位'],
    [
      {
        ...data,
        设区市: [
          {
            代码: '320100',
            名称: '南京市',
            片区: '苏南',
            县级单位: [unit('320106', '鼓楼区', '街道', '否')],
          },
        ],
      },
      '设区市[0].县级单位[0].类型',
    ],
    [
      {
        ...data,
        设区市: [
          {
            代码: '320100',
            名称: '南京市',
            片区: '苏南',
            县级单位: [unit('320106', '鼓楼区', '区', '也许')],
          },
        ],
      },
      '设区市[0].县级单位[0].直接上报',
    ],
  ])('%# names the faulty place %s', (faulty, place) => {
    expect(regionsFrom(faulty)).toMatchObject({ code: 'bad-region-data', facts: { place } });
  });

  it('has each code once', () => {
    expect(regionsFrom({ ...data, 设区市: [...data.设区市, ...data.设区市] })).toMatchObject({
      code: 'duplicate-code',
      facts: { code: '320100' },
    });
  });
});
