import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { FORM_SENTENCES } from './sentence.ts';

const FOLDERS = ['../check', '../read'];
/** What gives a code away: the place of the code among its arguments, and of the facts. */
const GIVERS: Readonly<Record<string, readonly [number, number]>> = {
  missing: [1, 2],
  fault: [1, 2],
  remark: [1, 2],
  refuse: [0, 1],
  add: [1, 2],
  above: [1, -1],
};

interface Given {
  readonly code: string;
  readonly where: string;
  readonly facts: readonly string[] | undefined;
}

const given = FOLDERS.flatMap((folder) => {
  const path = join(import.meta.dirname, folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => codesOf(join(path, name)));
});

describe('每个代码都有一句话', () => {
  test('源码里的代码都找到了', () => expect(given.length).toBeGreaterThan(40));

  test('没有缺句子的代码', () => {
    const without = given.filter(({ code }) => !Object.hasOwn(FORM_SENTENCES, code));
    expect(without.map(({ code, where }) => `${where} ${code}`)).toEqual([]);
  });

  test('没有多余的句子', () => {
    const used = new Set(given.map(({ code }) => code));
    expect(Object.keys(FORM_SENTENCES).filter((code) => !used.has(code))).toEqual([]);
  });

  test('句子只用随代码给出的内容', () => {
    const wrong = given.flatMap(({ code, facts, where }) => {
      const asked = new Set<string>();
      FORM_SENTENCES[code]?.((name) => {
        asked.add(name);
        return '';
      });
      return [...asked]
        .filter((name) => facts && !facts.includes(name))
        .map((n) => `${where} ${code}: ${n}`);
    });
    expect(wrong).toEqual([]);
  });

  test.each(Object.keys(FORM_SENTENCES))('%s', (code) => {
    const sentence = FORM_SENTENCES[code]?.((name) => `《${name}》`);
    expect(sentence?.message).not.toBe('');
    expect(`${sentence?.message}|${sentence?.fix}`).not.toMatch(/[。；](?:\||$)/u);
    expect(`${sentence?.message}${sentence?.fix}`).not.toMatch(/undefined|您/u);
  });
});

function codesOf(path: string): Given[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.ESNext,
    true,
  );
  const found: Given[] = [];
  const take = (node: ts.Node | undefined, facts: ts.Node | undefined, none: boolean) => {
    for (const code of node ? literalsIn(node) : []) {
      const line = source.getLineAndCharacterOfPosition(node?.getStart() ?? 0).line + 1;
      const where = `${path.slice(import.meta.dirname.length - 'sentence'.length)}:${line}`;
      found.push({ code, where, facts: facts ? keysOf(facts) : none ? [] : undefined });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const places = GIVERS[node.expression.getText().replace(/^.*\./su, '')];
      if (places) take(node.arguments[places[0]], node.arguments[places[1]], places[1] >= 0);
    }
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'code')
      take(node.initializer, undefined, false);
    // A function whose result is the code of what is missing.
    if (ts.isFunctionDeclaration(node) && /Code$/.test(node.name?.text ?? '')) {
      const inside = (child: ts.Node): void => {
        if (ts.isReturnStatement(child)) take(child.expression, undefined, true);
        ts.forEachChild(child, inside);
      };
      inside(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function literalsIn(node: ts.Node): string[] {
  if (ts.isStringLiteral(node)) return /^[a-z]+(?:-[a-z]+)+$/.test(node.text) ? [node.text] : [];
  if (ts.isConditionalExpression(node))
    return [...literalsIn(node.whenTrue), ...literalsIn(node.whenFalse)];
  return [];
}

function keysOf(facts: ts.Node): readonly string[] | undefined {
  if (!ts.isObjectLiteralExpression(facts)) return undefined;
  if (facts.properties.some((p) => ts.isSpreadAssignment(p))) return undefined;
  return facts.properties.flatMap((p) => p.name?.getText() ?? []);
}
