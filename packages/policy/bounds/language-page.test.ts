import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Faults } from '@fuchi/guide/diagnostic';
import { readYaml } from '@fuchi/guide/yaml-text';
import { regionsFrom } from '@fuchi/values/region';
import { describe, expect, test } from 'vitest';
import { readGivenFacts } from '../facts/read-facts.ts';
import { parse } from '../syntax/parse.ts';
import { lex } from '../syntax/token.ts';
import { BUILTINS, KEYWORDS } from '../syntax/vocabulary.ts';
import { typeName } from '../value-type.ts';
import { docGuide, quoted } from './doc-guide.fixture.ts';
import type { Environment } from './environment.ts';
import { evaluate } from './evaluate.ts';
import { fenced, tablesOf } from './language-tables.fixture.ts';
import { said } from './said.fixture.ts';

const docs = join(import.meta.dirname, '../../../docs/language');
const page = readFileSync(join(docs, 'index.md'), 'utf8');
const FACTS = fenced(readFileSync(join(docs, 'semantics.md'), 'utf8'), 'yaml');

/** The rows below a heading that starts so. */
function rowsUnder(...head: string[]): (readonly string[])[] {
  const found = tablesOf(page).find((t) => head.every((h, i) => t.head[i] === h));
  if (!found) throw new Error(head.join('、'));
  return [...found.rows];
}

/** What an expression gives when nothing is told; undefined when it has a fault. */
function result(expression: string): { type: string; value: string } | undefined {
  const yaml = `补助: { 条款: "2", 计算: [{ 名: 式子, 式: ${quoted(expression)} }] }\n`;
  const { guide, faults } = docGuide(FACTS, yaml);
  const here = faults.filter((f) => f.at.file.startsWith('lines/'));
  if (here.some((f) => f.code !== 'subsidy-not-money')) return undefined;
  const [step] = guide.lines[0]?.steps ?? [];
  if (!step) return undefined;
  const env: Environment = {
    facts: new Map(),
    steps: new Map(),
    frames: [],
    tables: new Map(guide.tables.map((t) => [t.id, t])),
    qualifying: new Map(),
    nonEmpty: new Set(),
    apart: new Set(),
  };
  const { type } = step.node;
  return { type: typeName(type).replace(/（.*/, ''), value: said(evaluate(step.node, env), type) };
}

describe('docs/language/index.md', () => {
  test.each(rowsUnder('类型', '怎么写'))('%s 写作 %s', (type, written = '') => {
    const wanted: Record<string, string> = { 日期: '日期', 是否: '是否', 文字: '文字' };
    expect(result(written)?.type).toBe(wanted[type ?? ''] ?? type);
  });

  test.each(rowsUnder('写法', '等于'))('%s 等于 %s', (one, other) => {
    expect(result(`${one} = ${other}`)?.value).toBe('是');
  });

  test.each(rowsUnder('算式', '得'))('%s 得%s', (expression = '', type) => {
    expect(result(expression)?.type ?? '错误').toBe(type);
  });

  test.each(rowsUnder('函数', '举例'))('%s：%s 得 %s', (_, example = '', value = '') => {
    const found = result(example);
    expect(found).toBeDefined();
    if (!value.startsWith('见')) expect(found?.value).toBe(value);
  });

  test('函数和关键词一个不少', () => {
    expect(rowsUnder('函数', '举例').map(([name]) => name)).toHaveLength(BUILTINS.length);
    expect(new Set(rowsUnder('函数', '举例').map(([name]) => name))).toEqual(new Set(BUILTINS));
    const listed = /这些词不能作名称：(.*)。/.exec(page)?.[1] ?? '';
    expect(listed.split(' ').map((w) => w.replaceAll('`', ''))).toEqual([...KEYWORDS]);
  });

  test.each(rowsUnder('写成', '读作'))('%s 读作 %s', (written = '', plain = '') => {
    const { tokens, lookAlikes, faults } = lex(`3${written}乙`);
    expect(lex(`3${plain}乙`).tokens.map((t) => t.text)).toEqual(tokens.map((t) => t.text));
    expect(lookAlikes).toHaveLength(written.length);
    expect(faults).toEqual([]);
  });

  test.each(rowsUnder('写成', '大概是'))('%s 是错误，大概是 %s', (written, meant) => {
    const [fault] = parse(`甲 ${written} 乙`).faults;
    expect(fault).toMatchObject({ code: 'ambiguous-operator', facts: { written, meant } });
  });

  test.each(rowsUnder('限度', '多少'))('%s %s %s', (_, limit, code = '') => {
    expect(limitOf(code)).toBe(limit);
  });
});

interface Told {
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** The limit as the fault tells it that names it. */
function limitOf(code: string): string | undefined {
  const yaml = (text: string) => {
    const faults = new Faults();
    readYaml('a.yaml', text, faults);
    return faults.list;
  };
  const triggers: Readonly<Record<string, () => readonly Told[]>> = {
    'file-too-large': () => yaml('长'.repeat(1_000_000)),
    'too-deep': () => yaml('['.repeat(50) + ']'.repeat(50)),
    'expression-too-long': () => parse('长'.repeat(100_000)).faults,
    'expression-too-deep': () => parse('('.repeat(1000)).faults,
    'expression-too-big': () => parse('1+'.repeat(1500)).faults,
    'derived-too-far': () => {
      const fact = (i: number) => `甲${'一'.repeat(i)}`;
      const chain = Array.from(
        { length: 99 },
        (_, i) => `${fact(i)}: { 类型: 金额, 得自: ${fact(i + 1)} }`,
      );
      return docGuide(`${chain.join('\n')}\n${fact(99)}: { 类型: 金额 }\n`, '').faults;
    },
    'input-rows': () => {
      const { guide } = docGuide(FACTS, '');
      const regions = regionsFrom(guide.guide.regions);
      if (!regions.ok) throw new Error(regions.code);
      const context = { units: new Set<string>(), regions: regions.value };
      return readGivenFacts(guide, { 班次: Array(1_000_000) }, context).faults;
    },
  };
  return triggers[code]?.().find((f) => f.code === code)?.facts['limit'];
}
