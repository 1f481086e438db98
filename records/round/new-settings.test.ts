import { join } from 'node:path';
import { checkGuideFiles, type LoadedGuide, loadGuide } from '@fuchi/platform-server/load-guide';
import { programRoot } from '@fuchi/platform-server/program-root';
import { beforeAll, expect, test } from 'vitest';
import { roundSettings } from './contract.ts';
import { carriedOver, newSettings, switchable } from './new-settings.ts';

let shipped: LoadedGuide;
beforeAll(async () => {
  const loaded = await loadGuide(join(programRoot(), 'guides/jiangsu-2022'));
  if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
  shipped = loaded;
});

test('新批次：指南的全部项目类别，只开可申报的，申报通知条件全开，时限留空', () => {
  const settings = newSettings(shipped.checked);
  expect(roundSettings.parse(settings)).toEqual(settings);
  expect(settings.lines).toHaveLength(28);
  expect(settings.lines.filter(({ open }) => !open).map(({ line }) => line)).toEqual([
    'free-diagnosis',
    'new-energy-vehicle',
    'national-centre-matching',
  ]);
  expect(settings.call).toHaveLength(12);
  expect(settings.clocks).toEqual([]);
});

test('日历里写了时限的指南，新批次带出来', () => {
  const files = new Map(shipped.files);
  const calendars = files.get('calendars.yaml') ?? '';
  const named = '开放申报: { 值: 2022-03-16, 条款: [一（五）1(3)], 说: 申报通知 }';
  files.set(
    'calendars.yaml',
    `${calendars}\n${named}\n申报单位截止: { 值: 2022-04-15, 条款: [一（五）1(3)], 说: 申报通知 }\n`,
  );
  const { checked } = checkGuideFiles(files);
  expect(newSettings(checked).clocks).toEqual([
    { kind: 'opening', line: null, territory: null, at: '2022-03-16T09:00:00+08:00' },
    { kind: 'applicant', line: null, territory: null, at: '2022-04-15T17:00:00+08:00' },
  ]);
});

test('从上一批次带来的，只有新指南还有的；时限不带', () => {
  const guide = shipped.checked;
  const [reading = ''] = switchable(guide.guide);
  const earlier = {
    ...newSettings(guide),
    lines: [
      { line: 'merger', open: false, office: '7' },
      { line: 'gone', open: true, office: '8' },
      { line: 'free-diagnosis', open: true, office: '9' },
    ],
    clocks: [
      { kind: 'opening', line: null, territory: null, at: '2021-03-16T09:00:00+08:00' } as const,
    ],
    limits: [
      { recommender: null, line: 'merger', most: 3 },
      { recommender: null, line: 'gone', most: 3 },
      { recommender: null, line: null, most: 30 },
    ],
    call: ['call-1a', 'call-99'],
    otherReadings: [reading, 'Z9'],
  };
  const next = carriedOver(earlier, guide);
  const of = (line: string) => next.lines.find((each) => each.line === line);
  expect(of('merger')).toEqual({ line: 'merger', open: false, office: '7' });
  expect(of('gone')).toBeUndefined();
  expect(of('free-diagnosis')).toEqual({ line: 'free-diagnosis', open: false, office: '9' });
  expect(next).toMatchObject({
    clocks: [],
    call: ['call-1a'],
    otherReadings: [reading],
  });
  expect(next.limits.map(({ line }) => line)).toEqual(['merger', null]);
});
