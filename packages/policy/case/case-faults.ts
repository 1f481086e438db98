import type { Diagnostic } from '@fuchi/guide/diagnostic';
import { nearest } from '@fuchi/guide/reader';
import { regionsFrom } from '@fuchi/values/region';
import type { CheckedGuide } from '../checked-guide.ts';
import { readCases } from './read-case.ts';
import { runCase } from './run-case.ts';

/**
 * Every worked case of a guide that comes out otherwise than it says, one by one, so that a caller may stop at the
 * first. Only a guide without faults has cases worth running.
 * @param files the guide's files by path, `cases/<line>.yaml` among them
 */
export function* caseFaults(
  checked: CheckedGuide,
  files: ReadonlyMap<string, string>,
): Generator<Diagnostic> {
  const regions = regionsFrom(checked.guide.regions);
  if (!regions.ok) return;
  const programs = new Map();
  const lines = checked.guide.lines.map((l) => l.id);
  for (const [path, source] of files) {
    const line = lineOfCases(path);
    if (line === undefined) continue;
    if (!lines.includes(line)) {
      const facts = { name: line, nearest: nearest(line, lines) ?? '' };
      yield { at: { file: path, line: 1, column: 1 }, code: 'unknown-line', facts };
      continue;
    }
    for (const example of readCases(path, source).cases) {
      const differences = runCase(checked, line, example, regions.value, programs);
      if (differences.length === 0) continue;
      const facts = { line, case: example.id, says: differences.join('；') };
      yield { at: example.at, code: 'case-differs', facts };
    }
  }
}

/** The line whose cases a file holds. @example lineOfCases('cases/merger.yaml') // 'merger' */
export function lineOfCases(path: string): string | undefined {
  return /^cases\/(.+)\.yaml$/.exec(path)?.[1];
}
