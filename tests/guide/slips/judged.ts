import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { Verdict } from './panel.ts';

const PART = `${import.meta.dirname}/judge-part.ts`;
/** Told on stderr after so many mutants. */
const STEP = 250;

/**
 * The verdicts of the chosen mutants, in their order, by one process for each processor.
 * @throws Error when a process breaks off
 */
export async function judged(count: number): Promise<readonly Verdict[]> {
  const verdicts = new Map<number, Verdict>();
  const parts = Math.max(1, Math.min(4, availableParallelism()));
  const began = performance.now();
  const take = ([i, verdict]: readonly [number, Verdict]) => {
    verdicts.set(i, verdict);
    if (verdicts.size % STEP > 0) return;
    const seconds = Math.round((performance.now() - began) / 1000);
    process.stderr.write(`slips ${verdicts.size} of ${count}, ${seconds} s\n`);
  };
  await Promise.all(Array.from({ length: parts }, (_, part) => partJudged(part, parts, take)));
  return Array.from({ length: count }, (_, i) => {
    const verdict = verdicts.get(i);
    if (!verdict) throw new Error(`slip ${i} was not judged`);
    return verdict;
  });
}

function partJudged(
  part: number,
  parts: number,
  take: (message: readonly [number, Verdict]) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(PART, [String(part), String(parts)], { execArgv: ['--import', 'tsx'] });
    child.on('message', take);
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`part ${part} of the slips ended with ${code}`));
    });
  });
}
