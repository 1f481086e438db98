import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { CHECKERS } from './checkers.ts';

const ROOT = dirname(import.meta.dirname);

const isCheck = (path: string) => /\bcheck-[\w-]+\.ts$/.test(path);

test('每一项检查都在整个检查里', async () => {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' });
  const found = files.filter(isCheck).flatMap((path) => {
    const text = readFileSync(`${ROOT}/${path}`, 'utf8');
    return [...text.matchAll(/^export const (\w+): Checker\b/gm)].map(([, name = '']) => ({
      path,
      name,
    }));
  });
  expect(found.length).toBeGreaterThan(8);
  const listed: readonly unknown[] = CHECKERS;
  const left: string[] = [];
  for (const { path, name } of found) {
    const file: Readonly<Record<string, unknown>> = await import(`../${path}`);
    if (!listed.includes(file[name])) left.push(name);
  }
  expect(left).toEqual([]);
});
