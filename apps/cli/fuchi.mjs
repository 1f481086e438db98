#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

if (existsSync(join(root, 'node_modules/tsx'))) {
  // Reading the map of a large program takes its time: only for who asks for traces.
  if (process.env['FUCHI_DEBUG'] === '1') process.setSourceMapsEnabled(true);
  const { runCompiled } = await import('../../tools/compiled.mjs');
  await runCompiled('apps/cli/main.ts');
} else {
  process.stderr.write(`fuchi：依赖尚未安装，请先在 ${root} 运行 npm ci。\n`);
  process.exitCode = 2;
}
