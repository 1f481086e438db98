import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './ensure.mjs';

/** What is read, not run: each counts as one test. */
const CHECKS = [
  {
    name: 'format and lint (Biome)',
    args: ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  },
  { name: 'types (tsconfig.json)', args: ['typescript/bin/tsc'] },
  {
    name: 'types without DOM and Node (tsconfig.packages.json)',
    args: ['typescript/bin/tsc', '-p', 'tsconfig.packages.json'],
  },
  {
    name: 'nothing unused or undeclared (knip)',
    args: ['knip/bin/knip.js'],
  },
];

/**
 * @param {(text: string) => void} say
 * @returns {{ passed: number, failed: number }}
 */
export function runChecks(say) {
  let failed = 0;
  for (const { name, args } of CHECKS) {
    const [script = '', ...rest] = args;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'node_modules', script), ...rest],
      { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 },
    );
    say(`${status === 0 ? '✓' : '✗'} ${name}`);
    if (status === 0) continue;
    failed += 1;
    process.stdout.write(`${stdout}${stderr}\n`);
  }
  return { passed: CHECKS.length - failed, failed };
}
