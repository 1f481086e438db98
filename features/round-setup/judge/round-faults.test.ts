import type { RoundClock, RoundRecommender, RoundSettings } from '@fuchi/record-round/contract';
import { LEAF, ROOT } from '@fuchi/record-round/seal-roots.fixture';
import { describe, expect, test } from 'vitest';
import { faultText } from './fault-text.ts';
import { pastFaults, type RoundGround, roundFaults } from './round-faults.ts';

const clock = (
  kind: RoundClock['kind'],
  at: string,
  line: string | null = null,
  territory: string | null = null,
): RoundClock => ({ kind, line, territory, at: `2022-${at}:00+08:00` });

const GENERAL = [
  clock('opening', '03-16T09:00'),
  clock('applicant', '04-15T17:00'),
  clock('county', '04-25T17:00'),
  clock('city', '05-05T00:00'),
];
const GOOD: RoundSettings = {
  lines: [
    { line: 'merger', open: true, office: '1' },
    { line: 'data-product', open: true, office: '2' },
    { line: 'free-diagnosis', open: false, office: null },
  ],
  clocks: GENERAL,
  routes: [],
  limits: [],
  call: ['call-1a'],
  otherReadings: ['A1.1'],
  oneApplication: 'warns',
  sameProject: 'warns',
  publication: { received: false, notice: true, award: true },
  chains: [],
};
const RECOMMENDERS: readonly RoundRecommender[] = [
  { organisation: '11', territory: '320500', through: null },
  { organisation: '12', territory: '320583', through: '11' },
];
const GROUND: RoundGround = {
  lines: [
    { id: 'merger', mode: '申报' },
    { id: 'data-product', mode: '申报' },
    { id: 'free-diagnosis', mode: '切块' },
  ],
  call: ['call-1a', 'call-1b'],
  readings: ['A1.1'],
  offices: new Set(['1', '2']),
  recommenders: new Set(['11', '12', '13']),
  isPlace: (code) => ['320000', '320500', '320583'].includes(code),
};
const NAMES = {
  line: (id: string) => ({ merger: '兼并重组', 'free-diagnosis': '免费诊断' })[id] ?? id,
  place: (code: string) => ({ '320583': '昆山市', '320500': '苏州市' })[code] ?? code,
  organisation: (id: string) => `单位${id}`,
};
const told = (
  change: Partial<RoundSettings> = {},
  recommenders: readonly RoundRecommender[] = RECOMMENDERS,
) =>
  roundFaults({ ...GOOD, ...change }, recommenders, GROUND).map(
    (fault) => `${fault.path} ${faultText(fault, NAMES)}`,
  );

test('设全了的批次没有问题', () => {
  expect(told()).toEqual([]);
});

describe('时间', () => {
  test.each([
    [
      '县（市）早于申报单位',
      [clock('county', '04-10T17:00')],
      ['clocks.3 “县（市）截止”（2022-04-10 17:00）应晚于“申报单位截止”（2022-04-15 17:00）'],
    ],
    [
      '同一时刻也不行：推荐单位没有时间',
      [clock('county', '04-15T17:00')],
      ['clocks.3 “县（市）截止”（2022-04-15 17:00）应晚于“申报单位截止”（2022-04-15 17:00）'],
    ],
  ])('%s', (_, [replaced], expected) => {
    const clocks = [
      ...GENERAL.filter(({ kind }) => kind !== 'county'),
      ...(replaced ? [replaced] : []),
    ];
    expect(told({ clocks })).toEqual(expected);
  });

  test('一个类别推迟了申报截止，县（市）的没有跟着推迟：指出是哪个类别', () => {
    expect(told({ clocks: [...GENERAL, clock('applicant', '04-30T17:00', 'merger')] })).toEqual([
      'clocks.2 “县（市）截止”（2022-04-25 17:00）应晚于“申报单位截止”（2022-04-30 17:00）（兼并重组）',
    ]);
  });

  test('类别和地方各自推迟，合在一起才冲突的也找得到', () => {
    const clocks = [
      ...GENERAL,
      clock('applicant', '04-24T17:00', 'merger'),
      clock('county', '04-20T17:00', null, '320583'),
    ];
    expect(told({ clocks })).toEqual([
      'clocks.5 “县（市）截止”（2022-04-20 17:00）应晚于“申报单位截止”（2022-04-24 17:00）（兼并重组，昆山市）',
    ]);
  });

  test('24:00截止的写作前一天24:00', () => {
    const clocks = GENERAL.map((c) =>
      c.kind === 'applicant' ? clock('applicant', '05-10T00:00') : c,
    );
    expect(told({ clocks })).toEqual([
      'clocks.2 “县（市）截止”（2022-04-25 17:00）应晚于“申报单位截止”（2022-05-09 24:00）',
      'clocks.3 “设区市截止”（2022-05-04 24:00）应晚于“申报单位截止”（2022-05-09 24:00）',
    ]);
  });

  test('县（市）晚于设区市', () => {
    const clocks = GENERAL.map((c) => (c.kind === 'county' ? clock('county', '05-06T00:00') : c));
    expect(told({ clocks })).toEqual([
      'clocks.3 “设区市截止”（2022-05-04 24:00）不应早于“县（市）截止”（2022-05-05 24:00）',
    ]);
  });

  test('县（市）与设区市同一时刻可以', () => {
    const clocks = GENERAL.map((c) => (c.kind === 'county' ? clock('county', '05-05T00:00') : c));
    expect(told({ clocks })).toEqual([]);
  });

  test('缺哪一个说哪一个；没有经设区市的单位，就不要县（市）的', () => {
    expect(told({ clocks: [] })).toEqual([
      'clocks.general.opening 没有设“开放申报”的时间',
      'clocks.general.applicant 没有设“申报单位截止”的时间',
      'clocks.general.county 没有设“县（市）截止”的时间',
      'clocks.general.city 没有设“设区市截止”的时间',
    ]);
    const direct = RECOMMENDERS.filter(({ through }) => through === null);
    const withoutCounty = GENERAL.filter(({ kind }) => kind !== 'county');
    expect(told({ clocks: withoutCounty }, direct)).toEqual([]);
  });

  test('重复、没有的类别、没有开放的类别、没有的地区，一次全说', () => {
    const clocks = [
      ...GENERAL,
      clock('city', '05-06T00:00'),
      clock('city', '05-06T00:00', 'gone'),
      clock('city', '05-06T00:00', 'free-diagnosis'),
      clock('city', '05-06T00:00', null, '110000'),
    ];
    expect(told({ clocks })).toEqual([
      'clocks.4 “设区市截止”设了两次，请删去一条',
      'clocks.5 指南里没有项目类别 gone，请删去这条时间',
      'clocks.6 “免费诊断”没有开放，请删去这条时间或开放它',
      'clocks.7 没有代码为 110000 的地区',
    ]);
  });

  test('所有截止时间都过去了，才是过期', () => {
    const after = new Date('2022-04-16T00:00:00+08:00');
    expect(pastFaults(GOOD, after).map(({ code }) => code)).toEqual(['deadline-past']);
    const extended = { clocks: [...GENERAL, clock('applicant', '04-20T17:00', 'merger')] };
    expect(pastFaults(extended, after)).toEqual([]);
    expect(pastFaults(GOOD, new Date('2022-04-15T16:59:59+08:00'))).toEqual([]);
  });
});

test('项目类别：归口处室、方式、重复', () => {
  const lines = [
    { line: 'merger', open: true, office: null },
    { line: 'data-product', open: true, office: '99' },
    { line: 'free-diagnosis', open: true, office: '1' },
    { line: 'gone', open: false, office: null },
    { line: 'merger', open: true, office: '1' },
  ];
  expect(told({ lines })).toEqual([
    'lines.merger.office “兼并重组”没有归口处室',
    'lines.data-product.office “data-product”的归口处室已经关闭，请另选',
    'lines.free-diagnosis “免费诊断”的方式是“切块”，不由单位申报，不能开放',
    'lines.gone 指南里没有项目类别 gone',
    'lines.merger “兼并重组”列了两次',
  ]);
  expect(told({ lines: [] })).toContain('lines 没有开放任何项目类别');
});

test('推荐单位：没有、关闭、重复、外地、经由', () => {
  expect(told({}, [])).toEqual(['recommenders 没有推荐单位，申报无处可报']);
  const recommenders = [
    ...RECOMMENDERS,
    { organisation: '13', territory: '320583', through: '12' },
    { organisation: '14', territory: '310000', through: '15' },
    { organisation: '11', territory: '320500', through: null },
  ];
  expect(told({}, recommenders)).toEqual([
    'recommenders.13 “单位13”经由的单位自己也要经由别的单位，只能经由一级',
    'recommenders.14 推荐单位“单位14”已经关闭，请删去或换上现在的单位',
    'recommenders.14 推荐单位“单位14”的地区代码 310000 不在本省',
    'recommenders.14 “单位14”经由的单位不在推荐单位名单里',
    'recommenders.11 推荐单位“单位11”列了两次',
  ]);
});

test('路径、限额、通知条件、理解、签批链', () => {
  expect(
    told({
      routes: [
        { line: 'merger', territory: null, route: 'province' },
        { line: 'merger', territory: null, route: 'city' },
        { line: 'gone', territory: '110000', route: 'city' },
      ],
      limits: [
        { recommender: null, line: 'merger', most: 3 },
        { recommender: null, line: 'merger', most: 4 },
        { recommender: '13', line: 'gone', most: 4 },
      ],
      call: ['call-99'],
      otherReadings: ['Z1'],
      chains: [
        { command: 'round-publish', steps: [{ name: '经办', role: 'planning' }] },
        { command: 'award', steps: [{ name: '经办', role: 'planning' }] },
      ],
    }),
  ).toEqual([
    'routes.1 报送路径（兼并重组）设了两次，请删去一条',
    'routes.2 指南里没有项目类别 gone，请删去这条路径',
    'routes.2 没有代码为 110000 的地区',
    'limits.1 推荐限额有两条管同一件事，请删去一条',
    'limits.2 指南里没有项目类别 gone，请删去这条限额',
    'limits.2 推荐限额的单位不在推荐单位名单里',
    'call.call-99 指南里没有申报通知条件 call-99',
    'otherReadings.Z1 条文理解 Z1 不在指南里，或者没有可换的另解',
    'chains.round-publish 签批链“发布申报批次”至少要有两步：一个人不能定',
    'chains.round-publish 签批链“发布申报批次”里要有一步由分管领导签',
    'chains.award 没有“award”这种签批',
  ]);
});

test('电子签章的根证书：没有贴、贴了别的，说在哪一行、怎么改', () => {
  expect(told({ electronicSeal: { roots: ROOT } })).toEqual([]);
  expect(told({ electronicSeal: { roots: '' } })).toEqual([
    'electronicSeal.roots 接受电子签章，要贴入至少一张认可的根证书（PEM格式，以-----BEGIN CERTIFICATE-----开头）',
  ]);
  expect(told({ electronicSeal: { roots: LEAF } })).toEqual([
    'electronicSeal.roots 第1行起的证书（示例企业）不是电子认证机构自己的证书，请换成它的根证书',
  ]);
  expect(told({ electronicSeal: { roots: ROOT.slice(0, 100) } })).toEqual([
    'electronicSeal.roots 第1行起的根证书读不出来，请从电子认证机构的网站重新下载，整张贴入',
  ]);
});
