import { lineOfCases } from '@fuchi/policy/case/case-faults';
import { type Case, readCases } from '@fuchi/policy/case/read-case';
import { runCase } from '@fuchi/policy/case/run-case';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { regionsFrom } from '@fuchi/values/region';

/** The worked cases of a guide, to see which slips they would notice. */
export class CaseWitness {
  readonly #cases: ReadonlyMap<string, readonly Case[]>;

  constructor(files: ReadonlyMap<string, string>) {
    this.#cases = new Map(
      [...files].flatMap(([path, source]): [string, readonly Case[]][] => {
        const line = lineOfCases(path);
        return line === undefined ? [] : [[line, readCases(path, source).cases]];
      }),
    );
  }

  /** Whether a case comes out otherwise than it should: of the file's line, or of any for a shared file. */
  notices(checked: CheckedGuide, file: string): boolean {
    const regions = regionsFrom(checked.guide.regions);
    if (!regions.ok) return true;
    const own = /^lines\/(.+)\.yaml$/.exec(file)?.[1];
    const lines = own === undefined ? [...this.#cases.keys()] : [own];
    return lines.some((line) =>
      (this.#cases.get(line) ?? []).some((c) => {
        try {
          return runCase(checked, line, c, regions.value).length > 0;
        } catch {
          return true;
        }
      }),
    );
  }
}
