import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demandPages } from './web-pages.ts';

test('a portal whose pages were never built says how to build them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fuchi-pages-'));
  expect(() => demandPages(folder)).toThrow(
    '网页还没有生成。请先在程序所在的文件夹运行一次 npm start',
  );
  expect(() => demandPages(join(folder, 'missing'))).toThrow('网页还没有生成');
  writeFileSync(join(folder, 'index.html'), '<title>扶持</title>');
  expect(() => demandPages(folder)).not.toThrow();
});
