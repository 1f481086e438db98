import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { programRoot } from '@fuchi/platform-server/program-root';
import { median } from './compare.ts';

export interface Cold {
  /** Milliseconds of a whole process, medians. */
  readonly node: number;
  readonly check: number;
  readonly npx: number;
  readonly parts: readonly { readonly name: string; readonly median: number }[];
}

const ROUNDS = 11;
const GUIDE = 'guides/jiangsu-2022';
const ROOT = programRoot();

/** `fuchi check` in processes of their own, beside a process that does nothing; all take turns. */
export function cold(): Cold {
  const times = { node: [] as number[], check: [] as number[], npx: [] as number[] };
  const parts: Record<(typeof PARTS)[number], number>[] = [];
  const script = join(ROOT, 'apps/cli/fuchi.mjs');
  // The first round compiles what has to be, and isn't counted.
  for (let round = -1; round < ROUNDS; round += 1) {
    const node = timed(process.execPath, ['-e', '0']);
    const check = timed(process.execPath, [script, 'check', GUIDE]);
    const npx = timed('npx', ['fuchi', 'check', GUIDE]);
    const marks = marksOf();
    if (round < 0) continue;
    times.node.push(node);
    times.check.push(check);
    times.npx.push(npx);
    parts.push(marks);
  }
  return {
    node: median(times.node),
    check: median(times.check),
    npx: median(times.npx),
    parts: PARTS.map((name) => ({ name, median: median(parts.map((p) => p[name])) })),
  };
}

const PARTS = [
  'start of the process, and whether the compiled program is fresh',
  'loading the program',
  'reading the YAML of the guide',
  'checking it',
] as const;

function marksOf(): Record<(typeof PARTS)[number], number> {
  const run = `const { runCompiled } = await import('./tools/compiled.mjs'); await runCompiled('bench/cold-parts.ts');`;
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', run],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, FUCHI_BENCH_GUIDE: GUIDE },
    },
  );
  if (status !== 0) throw new Error(`cold-parts: ${stderr}`);
  const { begun, loaded, read, checked } = JSON.parse(stdout);
  const ends = [0, begun, loaded, read, checked];
  const [start = 0, load = 0, yaml = 0, check = 0] = ends.slice(1).map((end, i) => end - ends[i]);
  return {
    [PARTS[0]]: start,
    [PARTS[1]]: load,
    [PARTS[2]]: yaml,
    [PARTS[3]]: check,
  } as Record<(typeof PARTS)[number], number>;
}

function timed(command: string, args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return performance.now() - start;
}
