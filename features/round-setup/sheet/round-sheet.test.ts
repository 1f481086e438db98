import { join } from 'node:path';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { programRoot } from '@fuchi/platform-server/program-root';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { newSettings } from '@fuchi/record-round/new-settings';
import { ROOT } from '@fuchi/record-round/seal-roots.fixture';
import { sheetRow } from '@fuchi/record-sign-off/contract';
import { beforeAll, expect, test } from 'vitest';
import { compareRows } from './compare-rows.ts';
import { type RoundContent, roundSheet } from './round-sheet.ts';

let guide: CheckedGuide;
let content: RoundContent;
beforeAll(async () => {
  const loaded = await loadGuide(join(programRoot(), 'guides/jiangsu-2022'));
  if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
  guide = loaded.checked;
  const settings = newSettings(guide);
  content = {
    name: '2022年度专项资金申报',
    guide: guide.guide.digest,
    settings: {
      ...settings,
      lines: settings.lines.map((line) => ({ ...line, office: line.open ? '7' : null })),
      clocks: [
        { kind: 'opening', line: null, territory: null, at: '2022-03-16T00:00:00+08:00' },
        { kind: 'applicant', line: null, territory: null, at: '2022-04-16T00:00:00+08:00' },
        { kind: 'applicant', line: 'merger', territory: '320583', at: '2022-04-20T17:00:00+08:00' },
      ],
      routes: [{ line: 'exhibition', territory: null, route: 'province' }],
      limits: [
        { recommender: null, line: null, most: 30 },
        { recommender: '9', line: 'merger', most: 3 },
      ],
      otherReadings: ['A14.2'],
      electronicSeal: { roots: ROOT },
    },
    recommenders: [
      { organisation: '8', territory: '320500', through: null },
      { organisation: '9', territory: '320583', through: '8' },
    ],
  };
});

const names = {
  line: (id: string) => guide.lines.find((line) => line.id === id)?.title ?? id,
  place: (code: string) => ({ '320500': '苏州市', '320583': '昆山市' })[code] ?? code,
  organisation: (id: string) =>
    ({ '7': '示例处', '8': '苏州市工信局', '9': '昆山市工信局' })[id] ?? id,
};
const sheet = (change: Partial<RoundContent['settings']> = {}) =>
  roundSheet({ ...content, settings: { ...content.settings, ...change } }, guide, names);
const told = (label: string, rows = sheet()) => rows.find((row) => row.label === label)?.value;

test('要签的每一项都写成话', () => {
  expect(told('开放申报')).toBe('2022-03-16 00:00');
  expect(told('申报单位截止')).toBe('2022-04-15 24:00');
  expect(told('申报单位截止（企业重大兼并重组项目，昆山市）')).toBe('2022-04-20 17:00');
  expect(told('昆山市工信局')).toBe('昆山市，经苏州市工信局');
  expect(told('苏州市工信局')).toBe('苏州市，直接报省');
  expect(told('每个推荐单位，各类别合计')).toBe('不超过30个');
  expect(told('昆山市工信局，企业重大兼并重组项目')).toBe('不超过3个');
  expect(told('A14.2（三（一）1(3)）双方各持股50%')).toMatch(/^符合/);
  expect(told('call-3')).toBe('财务管理机构和制度健全。');
  expect(told('发布申报批次')).toBe(
    '经办（综合规划处经办人） → 归口处室负责人（处室负责人） → 分管领导（分管领导）',
  );
  expect(told('电子签章')).toBe('接受电子签章，也可以上传盖章扫描件');
  const root = sheet().find(({ label }) => label.startsWith('认可的根证书 '));
  expect(root?.value).toMatch(/^示例电子认证根证书，有效期至2036-.*SHA-256指纹 ([0-9A-F]{2}:){31}/);
  expect(told('电子签章', sheet({ electronicSeal: undefined }))).toBe(
    '不接受电子签章，须上传盖章扫描件',
  );
  expect(sheet().filter(({ section }) => section === '开放的项目类别')).toHaveLength(25);
});

test('没有两行同名：每一项都能与以前的对上', () => {
  const labels = sheet().map(({ section, label }) => `${section} ${label}`);
  expect(new Set(labels).size).toBe(labels.length);
});

test('改每一种设置，表上都有一行看得出来', () => {
  const { settings } = content;
  const changes: readonly Partial<RoundContent['settings']>[] = [
    { lines: settings.lines.map((l) => (l.line === 'merger' ? { ...l, open: false } : l)) },
    { lines: settings.lines.map((l) => (l.line === 'merger' ? { ...l, office: '8' } : l)) },
    { clocks: settings.clocks.slice(1) },
    { routes: [] },
    { limits: settings.limits.map((limit) => ({ ...limit, most: 1 })) },
    { call: settings.call.slice(1) },
    { otherReadings: [] },
    { oneApplication: 'blocks' },
    { sameProject: 'blocks' },
    { electronicSeal: undefined },
    { publication: { ...settings.publication, received: true } },
    {
      chains: [
        {
          command: 'round-publish',
          steps: [
            { name: '经办', role: 'planning' },
            { name: '分管领导', role: 'leader' },
          ],
        },
      ],
    },
  ];
  // Whoever adds a part to the settings adds its rows too.
  expect([...new Set(changes.flatMap((change) => Object.keys(change)))].sort()).toEqual(
    Object.keys(settings).sort(),
  );
  for (const change of changes) {
    expect(compareRows(sheet(), sheet(change), 'changed'), JSON.stringify(change)).not.toEqual([]);
  }
  expect(compareRows(sheet(), sheet(), 'changed')).toEqual([]);
});

test('改的、加的、去掉的，各写以前和现在', () => {
  const before = [
    { section: '时间', label: '开放申报', value: '1' },
    { section: '时间', label: '县（市）截止', value: '2' },
    { section: '规则', label: '一个单位申报几个项目', value: '3' },
  ];
  const after = [
    { section: '时间', label: '开放申报', value: '4' },
    { section: '时间', label: '设区市截止', value: '5' },
    { section: '规则', label: '一个单位申报几个项目', value: '3' },
  ];
  const changed = compareRows(before, after, 'changed');
  expect(changed).toEqual([
    { section: '时间', label: '开放申报', value: '4', before: '1' },
    { section: '时间', label: '设区市截止', value: '5', before: null },
    { section: '时间', label: '县（市）截止', value: null, before: '2' },
  ]);
  expect(compareRows(before, after, 'all')).toHaveLength(4);
  for (const row of changed) sheetRow.parse(row);
});
