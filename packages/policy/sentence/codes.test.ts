import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { SENTENCES } from './sentence.ts';

const root = join(import.meta.dirname, '../../..');
const FOLDERS = [
  'packages/guide',
  'packages/policy/check',
  'packages/policy/check/witness',
  'packages/policy/syntax',
  'packages/policy/facts',
  'packages/policy/register',
  'packages/policy/case',
  'packages/forms',
  'features/assessment',
];

/** Where a code is given away, and the names of the facts that go with it, if they can be read off. */
interface Emission {
  readonly code: string;
  readonly where: string;
  readonly facts: readonly string[] | undefined;
}

const emissions = [
  ...FOLDERS.flatMap(filesOf),
  join(root, 'packages/policy/assess/note.ts'),
].flatMap(emissionsOf);

describe('每个错误代码都有一句话', () => {
  test('源码里的代码都找到了', () => expect(emissions.length).toBeGreaterThan(100));

  test('没有缺句子的代码', () => {
    const missing = emissions.filter((e) => !Object.hasOwn(SENTENCES, e.code));
    expect(missing.map((e) => `${e.where} ${e.code}`)).toEqual([]);
  });

  test('没有多余的句子', () => {
    const used = new Set(emissions.map((e) => e.code));
    expect(Object.keys(SENTENCES).filter((code) => !used.has(code))).toEqual([]);
  });

  test('句子只用随代码给出的内容', () => {
    const wrong = emissions.flatMap((e) => {
      const asked = new Set<string>();
      SENTENCES[e.code]?.((name) => {
        asked.add(name);
        return '';
      });
      return [...asked]
        .filter((name) => e.facts && !e.facts.includes(name))
        .map((name) => `${e.where} ${e.code}: ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  test.each(Object.keys(SENTENCES))('%s', (code) => {
    const sentence = SENTENCES[code]?.((name) => `《${name}》`);
    expect(sentence?.message).not.toBe('');
    // The program adds the punctuation between the two and at the end.
    expect(`${sentence?.message}|${sentence?.fix}`).not.toMatch(/[。；](?:\||$)/u);
    expect(`${sentence?.message}${sentence?.fix}`).not.toMatch(/undefined|您|[a-z]+-[a-z]+-/u);
  });
});

function filesOf(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts') && !/\.(?:test|fixture)\.ts$/.test(name))
    .map((name) => join(root, folder, name));
}

function emissionsOf(path: string): Emission[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.ESNext,
    true,
  );
  const found: Emission[] = [];
  // Features have codes of their own; those of input they share.
  const shared = (code: string) => !path.includes('/features/') || code.startsWith('input-');
  const take = (code: ts.Expression | undefined, facts: ts.Expression | undefined, none = true) => {
    if (!code) return;
    const line = source.getLineAndCharacterOfPosition(code.getStart()).line + 1;
    const where = `${path.slice(root.length + 1)}:${line}`;
    for (const text of codesIn(code).filter(shared)) {
      found.push({ code: text, where, facts: facts ? keysOf(facts) : none ? [] : undefined });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const args = node.arguments;
      switch (node.expression.getText().replace(/^.*\./, '')) {
        case 'add':
          if (ts.isPropertyAccessExpression(node.expression)) take(args[1], args[2]);
          else take(args[0], args[1]);
          break;
        case 'report':
          take(args[2], args[3]);
          break;
        case 'fail':
          take(args[0], args[1]);
          break;
      }
    }
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'code') {
      const beside = ts.isObjectLiteralExpression(node.parent) ? node.parent.properties : [];
      const facts = beside.find((p) => p.name?.getText() === 'facts');
      take(
        node.initializer,
        facts && ts.isPropertyAssignment(facts) ? facts.initializer : undefined,
        !facts,
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The codes an expression can give: a text, either of two, or one put together with a region's refusal. */
function codesIn(node: ts.Expression): string[] {
  if (ts.isStringLiteral(node)) return /^[a-z][a-z0-9-]*$/.test(node.text) ? [node.text] : [];
  if (ts.isConditionalExpression(node)) {
    return [...codesIn(node.whenTrue), ...codesIn(node.whenFalse)];
  }
  if (ts.isTemplateExpression(node) && node.head.text === 'input-') {
    const regions = readFileSync(join(root, 'packages/values/region.ts'), 'utf8');
    const refused = [...regions.matchAll(/refuse\('([a-z-]+)', (?:facts|\{ \.\.\.facts)/g)];
    const also = /refuse\('unknown-region'/.test(regions) ? ['unknown-region'] : [];
    return [...new Set([...refused.map((m) => m[1] ?? ''), ...also])].map((c) => `input-${c}`);
  }
  return [];
}

function keysOf(facts: ts.Expression): readonly string[] | undefined {
  if (!ts.isObjectLiteralExpression(facts)) return undefined;
  if (facts.properties.some((p) => ts.isSpreadAssignment(p))) return undefined;
  return facts.properties.flatMap((p) => p.name?.getText() ?? []);
}
