import { lineOfCases } from '@fuchi/policy/case/case-faults';
import { type Case, readCases } from '@fuchi/policy/case/read-case';
import { runCase } from '@fuchi/policy/case/run-case';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { regionsFrom } from '@fuchi/values/region';
import { canonical } from './canonical.ts';

/** The worked cases of a guide, which `fuchi check --cases` runs, held against guides with a slip. */
export class CaseWitness {
  readonly #cases: ReadonlyMap<string, readonly Case[]>;
  readonly #before: ReadonlyMap<string, string>;

  constructor(files: ReadonlyMap<string, string>, checked: CheckedGuide) {
    this.#cases = new Map(
      [...files].flatMap(([path, source]): [string, readonly Case[]][] => {
        const line = lineOfCases(path);
        return line === undefined ? [] : [[line, readCases(path, source).cases]];
      }),
    );
    this.#before = decided(checked);
  }

  /**
   * Whether a case comes out otherwise than it should. Only the cases of lines that the slip changes are run: those
   * of the others come out as before.
   */
  notices(checked: CheckedGuide): boolean {
    const regions = regionsFrom(checked.guide.regions);
    if (!regions.ok) return true;
    const programs = new Map();
    return [...decided(checked)]
      .filter(([line, now]) => now !== this.#before.get(line))
      .some(([line]) =>
        (this.#cases.get(line) ?? []).some((c) => {
          try {
            return runCase(checked, line, c, regions.value, programs).length > 0;
          } catch {
            return true;
          }
        }),
      );
  }
}

/** All that decides a line's cases, written out: the line, the facts it asks, the conditions of a yearly call. */
function decided(checked: CheckedGuide): Map<string, string> {
  return new Map(
    checked.lines.map((line) => {
      const facts = line.facts.flatMap((id) => checked.facts[id] ?? []);
      const { call, callExcept, tables } = checked;
      return [
        line.id,
        canonical({ ...line, source: '' }) + canonical({ facts, call, callExcept, tables }),
      ];
    }),
  );
}
