import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assess } from './command-assess.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fuchi-report-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const FACTS = {
  规模以上工业企业: true,
  项目总投入: { value: '2000', unit: '万元' },
  已入企业库: '是',
};

async function run(facts: unknown, out: string, ...args: string[]) {
  const path = join(folder, 'facts.json');
  await writeFile(path, JSON.stringify(facts));
  const err: string[] = [];
  const io = { out: () => {}, err: (t: string) => void err.push(t) };
  const code = await assess
    .run([...args, '--facts', path, '--out', join(folder, out)], io)
    .catch((e: unknown) => {
      err.push(e instanceof Error ? e.message : String(e));
      return 2;
    });
  return { code, err: err.join('\n') };
}

describe('fuchi assess --all --out', () => {
  it.each([
    ['report.pdf', '%PDF-'],
    ['report.docx', 'PK\u0003\u0004'],
  ])('writes the report as %s', async (name, begins) => {
    expect(await run(FACTS, name, '--all')).toEqual({ code: 0, err: '' });
    const file = await readFile(join(folder, name));
    expect(file.toString('latin1', 0, begins.length)).toBe(begins);
    if (name.endsWith('pdf')) expect(file.toString('latin1')).toContain('/Lang (zh-CN)');
  });

  it.each([
    ['another ending', FACTS, 'report.txt', ['--all'], /应以 \.pdf 或 \.docx 结尾/],
    ['one line alone', FACTS, 'one.pdf', ['data-product'], /应与 --all 同时给/],
    [
      'a fact of several sources',
      { 项目总投入: { sources: { 企业申报: '2000万元', 项目总投入审计报告: '1900万元' } } },
      'sources.pdf',
      ['--all'],
      /只写每个事实的一个值；.*项目总投入/,
    ],
  ])('%s is refused, and no file is left', async (_, facts, name, args, says) => {
    const { code, err } = await run(facts, name, ...args);
    expect(code).toBe(2);
    expect(err).toMatch(says);
    expect(await readdir(folder)).not.toContain(name);
  });
});
