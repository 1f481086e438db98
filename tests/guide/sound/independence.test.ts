import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const IMPORT = /^import (type )?[^;]*?from '([^']+)';/gms;

/** Every file the oracle runs, and what each imports that isn't a type. */
function filesFrom(roots: readonly string[]): { files: string[]; outside: string[] } {
  const files = [...roots];
  const outside: string[] = [];
  for (const file of files) {
    const source = readFileSync(`${import.meta.dirname}/${file}`, 'utf8');
    for (const [, type, from = ''] of source.matchAll(IMPORT)) {
      if (type !== undefined) continue;
      const inside = from.startsWith('./') ? from.slice(2) : undefined;
      if (inside === undefined) outside.push(`${file} ${from}`);
      else if (!files.includes(inside)) files.push(inside);
    }
  }
  return { files, outside };
}

it('另写的评估不用程序的任何代码，只用类型', () => {
  const { files, outside } = filesFrom(['oracle.ts', 'span-oracle.ts']);
  expect(outside).toEqual([]);
  expect(files).toEqual(
    expect.arrayContaining(['point-evaluator.ts', 'big-fraction.ts', 'point-date.ts', 'span.ts']),
  );
});

it('用了代码看得出来', () => {
  expect(filesFrom(['bench.ts']).outside).toContain('bench.ts @fuchi/policy/assess/assess');
});
