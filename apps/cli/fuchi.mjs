#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

if (existsSync(join(root, 'node_modules/tsx'))) {
  const { register } = await import('tsx/esm/api');
  register();
  await import('./main.ts');
} else {
  process.stderr.write(`fuchi：依赖尚未安装，请先在 ${root} 运行 npm ci。\n`);
  process.exitCode = 2;
}
