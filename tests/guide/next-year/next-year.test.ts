import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { assess } from '@fuchi/assessment/command-assess';
import { facts } from '@fuchi/assessment/command-facts';
import { lines } from '@fuchi/assessment/command-lines';
import { check } from '@fuchi/guide-check/command-check';
import { publish } from '@fuchi/guide-check/command-publish';
import type { Command } from '@fuchi/platform-server/command';
import { readGuideFolder } from '@fuchi/platform-server/guide-folder';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { readCases } from '@fuchi/policy/case/read-case';
import { runCase } from '@fuchi/policy/case/run-case';
import { openGuide } from '@fuchi/server/open-guide';
import { openPortal } from '@fuchi/server/portal';
import { regionsFrom } from '@fuchi/values/region';
import { afterAll, describe, expect, it } from 'vitest';
import type { Files } from './edit.ts';
import { nextYear } from './next-year.ts';
import { yearLater } from './year-later.ts';

const thisYear = await readGuideFolder('guides/jiangsu-2022');
if (!thisYear) throw new Error('guides/jiangsu-2022 is missing');
const made = await mkdtemp(join(tmpdir(), 'fuchi-next-year-'));
afterAll(() => rm(made, { recursive: true, force: true }));

async function written(name: string, files: Files): Promise<string> {
  const folder = join(made, name);
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

async function run(command: Command, ...args: string[]) {
  const out: string[] = [];
  const io = { out: (t: string) => void out.push(t), err: (t: string) => void out.push(t) };
  return { code: await command.run(args, io), out: out.join('\n') };
}

async function opened(folder: string) {
  const loaded = await loadGuide(folder);
  if (!loaded) throw new Error(`no guide in ${folder}`);
  const regions = regionsFrom(loaded.checked.guide.regions);
  if (!regions.ok) throw new Error(regions.code);
  return { ...loaded, regions: regions.value };
}

/** Every worked case of a guide that doesn't come out as written. */
function failures({ files, checked, regions }: Awaited<ReturnType<typeof opened>>) {
  let ran = 0;
  const wrong: string[] = [];
  for (const [path, text] of files) {
    if (!path.startsWith('cases/')) continue;
    const line = path.slice('cases/'.length, -'.yaml'.length);
    const { cases, faults } = readCases(path, text);
    if (faults.sorted().length > 0) wrong.push(`${path}: ${JSON.stringify(faults.sorted())}`);
    for (const example of cases) {
      ran++;
      for (const w of runCase(checked, line, example, regions))
        wrong.push(`${line} ${example.id}: ${w}`);
    }
  }
  return { ran, wrong };
}

const later = await opened(await written('year-later', yearLater(thisYear.files)));
const folder = await written('next-year', nextYear(thisYear.files));
const next = await opened(folder);

describe('年份整体顺延一年的指南', () => {
  it('没有错误，每个算例的结论和金额与原来一样', () => {
    expect(later.faults).toEqual([]);
    const { ran, wrong } = failures(later);
    expect(wrong).toEqual([]);
    expect(ran).toBeGreaterThan(700);
  });
});

describe('虚拟的下一年度指南', () => {
  it('检查没有错误，可以发布', async () => {
    expect(await run(check, folder)).toEqual({ code: 0, out: '没有错误。' });
    const { code, out } = await run(publish, folder, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ id: 'jiangsu-2023' });
  });

  it('项目类别有合并、拆分、改名、新增、取消', async () => {
    const { out } = await run(lines, '--guide', folder, '--json');
    const ids: string[] = JSON.parse(out).map((l: { id: string }) => l.id);
    const before = new Set(later.checked.lines.map((l) => l.id));
    expect(ids.filter((id) => !before.has(id)).sort()).toEqual([
      'digital-consumption',
      'energy-saving',
      'green-manufacturing',
      'insurance-compensation',
      'model-factory',
    ]);
    expect([...before].filter((id) => !ids.includes(id)).sort()).toEqual([
      'benchmark-factory',
      'green-upgrade',
      'information-consumption',
      'new-energy-vehicle',
      'smart-factory',
    ]);
  });

  it('未改动的项目类别算例照旧，改动的按新算例', () => {
    const { ran, wrong } = failures(next);
    expect(wrong).toEqual([]);
    expect(ran).toBeGreaterThan(500);
    for (const { id, mode } of next.checked.lines)
      if (mode === '申报') expect(next.files.has(`cases/${id}.yaml`), id).toBe(true);
  });

  it('每个项目类别都能列出申报事实，并一次判断全部', { timeout: 300_000 }, async () => {
    for (const { id } of next.checked.lines) {
      const { code } = await run(facts, id, '--guide', folder, '--json');
      expect(code, id).toBe(0);
    }
    const told = join(made, 'facts.json');
    await writeFile(told, JSON.stringify({ 项目总投入: '5000', 规模以上工业企业: true }));
    const { code, out } = await run(assess, '--all', '--facts', told, '--guide', folder, '--json');
    const all: { line: string; verdict: string }[] = JSON.parse(out);
    expect(code).toBe(0);
    expect(all.map((a) => a.line)).toEqual(next.checked.lines.map((l) => l.id));
  });

  it('门户照新指南回答', async () => {
    const pages = join(made, 'pages');
    await mkdir(pages, { recursive: true });
    await writeFile(join(pages, 'index.html'), '<title>扶持</title>');
    const source = await openGuide(folder);
    const portal = await openPortal({ pages, ...source, report: () => undefined });
    const listed = await portal.inject({ url: '/api/lines' });
    expect(listed.json().map((l: { id: string }) => l.id)).toContain('insurance-compensation');
    const answer = await portal.inject({
      method: 'POST',
      url: '/api/lines/energy-saving/assess',
      payload: { facts: { 项目总投入: '1999.99' } },
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ verdict: 'ineligible', failing: ['1(2)a'] });
    await portal.close();
  });

  it('作者忘了删去不再有用的条文理解，检查逐一指出', async () => {
    const forgetful = nextYear(thisYear.files);
    const readings = yearLater(thisYear.files).get('readings.yaml') ?? '';
    forgetful.set('readings.yaml', readings);
    const { code, out } = await run(check, await written('forgetful', forgetful));
    expect(code).toBe(1);
    for (const id of ['A2.3', 'A2.4', 'A3.1', 'A19.3'])
      expect(out).toMatch(new RegExp(`^readings\\.yaml:\\d+:1 .*${id}`, 'm'));
  });
});
