import { join } from 'node:path';
import { checkGuideFiles, type LoadedGuide, loadGuide } from '@fuchi/platform-server/load-guide';
import { programRoot } from '@fuchi/platform-server/program-root';
import { assessLine } from '@fuchi/policy/assess/assess-line';
import { NO_OPTIONS } from '@fuchi/policy/assess/program';
import { readCases } from '@fuchi/policy/case/read-case';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { switchable } from '@fuchi/record-round/new-settings';
import { regionsFrom } from '@fuchi/values/region';
import { beforeAll, describe, expect, test } from 'vitest';
import { guideImpact, type ImpactApplication, type ImpactSide } from './guide-impact.ts';

let shipped: LoadedGuide;
beforeAll(async () => {
  const loaded = await loadGuide(join(programRoot(), 'guides/jiangsu-2022'));
  if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
  shipped = loaded;
});

/** The guide with one text put in the place of another, wherever it stands in a file. */
function corrected(path: string, from: string, to: string): CheckedGuide {
  const text = shipped.files.get(path) ?? '';
  expect(text).toContain(from);
  const { checked, faults } = checkGuideFiles(
    new Map([...shipped.files, [path, text.replaceAll(from, to)]]),
  );
  expect(faults).toEqual([]);
  return checked;
}

/** The worked cases of a line, as if each had been applied with. */
function applicationsOf(line: string): readonly ImpactApplication[] {
  const path = `cases/${line}.yaml`;
  return readCases(path, shipped.files.get(path) ?? '').cases.map(({ id, facts, asOf, round }) => ({
    id,
    line,
    facts,
    asOf,
    clocks: { before: round.clocks, after: round.clocks },
  }));
}

const side = (guide: CheckedGuide, otherReadings: readonly string[] = []): ImpactSide => ({
  guide,
  options: { ...NO_OPTIONS, otherReadings },
});
const impact = (after: ImpactSide, applications: readonly ImpactApplication[]) => [
  ...guideImpact(side(shipped.checked), after, applications),
];

/** By the way every page takes: the whole assessment, one by one. */
function assessed(
  { guide, options }: ImpactSide,
  { line, facts, asOf, clocks }: ImpactApplication,
) {
  const regions = regionsFrom(guide.guide.regions);
  if (!regions.ok) throw new Error(regions.code);
  const question = { ...options, facts, asOf, clocks: clocks.before };
  const { assessment } = assessLine(guide, regions.value, line, question);
  return assessment && { verdict: assessment.verdict, ceiling: assessment.ceiling };
}

describe('改了指南，哪些申报变了', () => {
  test('门槛从1000万元提到1500万元', () => {
    const guide = corrected('lines/data-product.yaml', '1000万元', '1500万元');
    const changed = impact(side(guide), applicationsOf('data-product'));
    expect(changed).toContainEqual({
      id: '总投入恰1000万元',
      before: { verdict: 'eligible', ceiling: { amount: '200' } },
      after: { verdict: 'ineligible', ceiling: null },
    });
    expect(changed).toContainEqual({
      id: '总投入未知',
      before: { verdict: 'undetermined', ceiling: { atLeast: '200', atMost: '500' } },
      after: { verdict: 'undetermined', ceiling: { atLeast: '300', atMost: '500' } },
    });
    const ids = changed.map(({ id }) => id);
    expect(ids).not.toContain('data-01');
    expect(ids).not.toContain('总投入差1元');
    expect(impact(side(guide), applicationsOf('merger'))).toEqual([]);
  });

  test('什么都没有改，就没有一个变', () => {
    const all = shipped.checked.lines.flatMap(({ id }) => applicationsOf(id));
    expect(all.length).toBeGreaterThan(300);
    expect(impact(side(shipped.checked), all)).toEqual([]);
  });

  test('换了条文理解，也列得出来', () => {
    const after = side(shipped.checked, ['A14.2']);
    const changed = impact(after, applicationsOf('merger'));
    expect(changed.length).toBeGreaterThan(0);
    const expected = applicationsOf('merger').filter(
      (each) =>
        JSON.stringify(assessed(side(shipped.checked), each)) !==
        JSON.stringify(assessed(after, each)),
    );
    expect(changed.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });

  test('每一个都与逐个评估的一样，不多不少', () => {
    const guide = corrected('lines/data-product.yaml', '1000万元', '1500万元');
    const all = shipped.checked.lines.flatMap(({ id }) => applicationsOf(id));
    const before = side(shipped.checked);
    const after = side(guide, switchable(guide.guide));
    const expected = all.flatMap((each) => {
      const [was, is] = [assessed(before, each), assessed(after, each)];
      return JSON.stringify(was) === JSON.stringify(is)
        ? []
        : [{ id: each.id, before: was, after: is ?? null }];
    });
    expect(expected.length).toBeGreaterThan(50);
    expect(impact(after, all)).toEqual(expected);
  });

  test('申报截止日期推迟了，靠它判断的也变', () => {
    const [base] = applicationsOf('data-product');
    if (!base) throw new Error('no case');
    const facts = { ...base.facts, 申报截止日期前完成验收: null, 验收完成日期: '2022-04-20' };
    const days = (day: string) => ({ 项目申报截止日期: day });
    const application = {
      ...base,
      facts,
      clocks: { before: days('2022-04-15'), after: days('2022-04-30') },
    };
    expect(impact(side(shipped.checked), [application])).toMatchObject([
      { before: { verdict: 'ineligible' }, after: { verdict: 'eligible' } },
    ]);
  });

  test('新的指南没有这个类别了', () => {
    const applications = applicationsOf('data-product');
    const guide = {
      ...shipped.checked,
      lines: shipped.checked.lines.filter((l) => l.id !== 'data-product'),
    };
    const changed = impact(side(guide), applications);
    expect(changed).toHaveLength(applications.length);
    expect(changed[0]).toMatchObject({ id: 'data-01', after: null });
  });
});
