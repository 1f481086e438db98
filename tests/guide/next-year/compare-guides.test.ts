import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compareGuides, type GuideComparison } from '@fuchi/guide-pages/versions/compare-guides';
import { readGuideFolder } from '@fuchi/platform-server/guide-folder';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Files } from './edit.ts';
import { nextYear } from './next-year.ts';
import { yearLater } from './year-later.ts';

const made = await mkdtemp(join(tmpdir(), 'fuchi-compare-'));
afterAll(() => rm(made, { recursive: true, force: true }));

async function checked(name: string, files: ReadonlyMap<string, string>): Promise<CheckedGuide> {
  const folder = join(made, name);
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const loaded = await loadGuide(folder);
  if (!loaded) throw new Error(`no guide in ${folder}`);
  return loaded.checked;
}

async function thisYearsFiles(): Promise<Files> {
  const folder = await readGuideFolder('guides/jiangsu-2022');
  if (!folder) throw new Error('guides/jiangsu-2022 is missing');
  return new Map(folder.files);
}

const files = await thisYearsFiles();
const thisYear = await checked('this', files);

/** What isn't only the years moving on. */
function real(changes: GuideComparison['general']) {
  return changes.filter((c) => !c.onlyYears);
}

describe('this year and the invented next one', () => {
  let found: GuideComparison;
  beforeAll(async () => {
    found = compareGuides(thisYear, await checked('next', nextYear(files)));
  });
  const changesOf = (id: string) => real(found.lines.find((l) => l.after.id === id)?.changes ?? []);

  test('tells lines added and dropped, and which of the others they are like', () => {
    const told = (lines: GuideComparison['added']) =>
      Object.fromEntries(lines.map((u) => [u.line.id, u.alike.map((l) => l.id)]));
    expect(told(found.added)).toEqual({
      'model-factory': ['smart-factory', 'benchmark-factory'],
      'energy-saving': ['green-upgrade'],
      'green-manufacturing': ['green-upgrade'],
      'insurance-compensation': [],
    });
    expect(told(found.dropped)).toEqual({
      'smart-factory': ['model-factory'],
      'benchmark-factory': ['model-factory'],
      'green-upgrade': ['energy-saving', 'green-manufacturing'],
      'new-energy-vehicle': [],
    });
  });

  test('knows a line under its new name', () => {
    const renamed = found.lines.filter((l) => l.renamed);
    expect(renamed.map((l) => [l.before.id, l.after.id])).toEqual([
      ['information-consumption', 'digital-consumption'],
    ]);
    expect(real(renamed[0]?.changes ?? [])).toEqual([]);
  });

  test('gives each changed figure from which to which, at its clause', () => {
    const told = changesOf('data-product').map((c) => ({
      part: c.part,
      what: c.what,
      clause: c.after?.clause,
      figures: c.figures.map((f) => `${f.before} → ${f.after}`),
    }));
    expect(told).toEqual([
      {
        part: '支持条件',
        what: 'changed',
        clause: '一（五）1(3)a',
        figures: ['1000万元 → 1200万元'],
      },
      { part: '补助标准', what: 'changed', clause: '一（五）2', figures: ['500万元 → 600万元'] },
      {
        part: '补助计算',
        what: 'changed',
        clause: '一（五）2',
        figures: ['20% → 25%', '500万元 → 600万元'],
      },
      {
        part: '支持数量',
        what: 'changed',
        clause: '一（五）4',
        figures: ['不超过20个 → 不超过30个'],
      },
      { part: '材料', what: 'added', clause: '一（五）1(2)', figures: [] },
    ]);
  });

  test('tells named figures, joint quotas and readings outside the lines', () => {
    const outside = real(found.general);
    const figures = (part: string) =>
      outside
        .filter((c) => c.part === part)
        .flatMap((c) => c.figures.map((f) => `${f.before} → ${f.after}`));
    expect(figures('共用的期间和数')).toEqual(['3000万元 → 4000万元']);
    expect(figures('合并数量')).toEqual(['55个 → 59个']);
    const readings = outside.filter((c) => c.part === '条文理解');
    expect(readings.map((c) => [c.what, c.before?.key])).toEqual(
      ['A2.3', 'A2.4', 'A3.1', 'A19.3', 'A20.1'].map((id) => ['dropped', id]),
    );
  });

  test('the other way round is the same, turned', async () => {
    const back = compareGuides(await checked('next-again', nextYear(files)), thisYear);
    expect(back.added.map((u) => u.line.id).sort()).toEqual(
      found.dropped.map((u) => u.line.id).sort(),
    );
    expect(back.years).toBe(-1);
    const data = back.lines.find((l) => l.after.id === 'data-product');
    expect(real(data?.changes ?? []).flatMap((c) => c.figures[0]?.after ?? [])).toContain(
      '1000万元',
    );
  });
});

test('years that only move on are told apart from what changes', async () => {
  const { lines, general, added, dropped } = compareGuides(
    thisYear,
    await checked('later', yearLater(files)),
  );
  expect([added, dropped]).toEqual([[], []]);
  const changes = lines.flatMap((l) => l.changes);
  expect(changes.length).toBeGreaterThan(50);
  expect(real(changes)).toEqual([]);
  // Rates belong to their days, which the invented year moves too: only there does more than a year change.
  const rates = thisYear.guide.tables.map((t) => t.title);
  expect(real(general).filter((c) => !rates.includes(c.part))).toEqual([]);
});

test('a clause that moves with its words is moved, not dropped and added', async () => {
  const line = 'lines/data-product.yaml';
  const moved = new Map(files);
  moved.set(line, (files.get(line) ?? '').replace(/^ {2}1\(3\)d:/m, '  1(4):'));
  const { lines } = compareGuides(thisYear, await checked('moved', moved));
  const changes = lines.find((l) => l.after.id === 'data-product')?.changes ?? [];
  expect(changes.map((c) => [c.what, c.before?.key, c.after?.key])).toEqual([
    ['moved', '1(3)d', '1(4)'],
  ]);
});

test('a rule that changes under the same words is a change', async () => {
  const line = 'lines/tech-upgrade.yaml';
  const changed = new Map(files);
  changed.set(
    line,
    (files.get(line) ?? '').replace(
      '须: 项目备案总投资 >= 3000万元',
      '须: 项目备案总投资 >= 2900万元',
    ),
  );
  const { lines } = compareGuides(thisYear, await checked('rule', changed));
  const [change] = lines.find((l) => l.after.id === 'tech-upgrade')?.changes ?? [];
  expect(change?.figures).toEqual([{ name: '', before: '3000万元', after: '2900万元' }]);
});
