import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { IMPORT_SENTENCES } from './import-sentence.ts';

const root = join(import.meta.dirname, '../../..');
const FOLDERS = ['packages/documents/workbook', 'features/performance-form/import'];

/** Every code that the sources write down. */
const codes = new Set(
  FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.ts') && !/\.(?:test|fixture)\.ts$|sentence/u.test(name))
      .flatMap((name) => [
        ...readFileSync(join(root, folder, name), 'utf8').matchAll(/'((?:file|cell)-[a-z-]+)'/gu),
      ])
      .map((match) => match[1] ?? ''),
  ),
);

test('every code has a sentence, and no sentence is left over', () => {
  expect([...codes].sort()).toEqual(Object.keys(IMPORT_SENTENCES).sort());
});

test.each(Object.entries(IMPORT_SENTENCES))('%s', (_, make) => {
  const { message, fix } = make((name) => `《${name}》`);
  expect(message).not.toBe('');
  expect(fix).not.toBe('');
  expect(`${message}|${fix}`).not.toMatch(/[。；](?:\||$)|您|undefined/u);
});
