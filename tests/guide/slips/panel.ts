import { existsSync, readFileSync } from 'node:fs';
import { type LoadedGuide, loadGuide } from '@fuchi/platform-server/load-guide';
import { CaseWitness } from './case-witness.ts';
import { Judge } from './judge.ts';
import { mutantsOf } from './mutants.ts';
import type { Mutant } from './slip.ts';

const TEXT = `${import.meta.dirname}/../../../../shared/guide/guide-2022.txt`;

/** Whether the guide's text is there, without which nothing is traced. */
export const TRACED = existsSync(TEXT);

/** What shows a slip first: `check`, else `trace`, else `check --cases`; nothing changed; or nobody sees it. */
export type Verdict = 'check' | 'trace' | 'cases' | 'equivalent' | 'missed';

/** The real guide, every slip of it, and those who look for them. */
export class Panel {
  readonly mutants: readonly Mutant[];
  readonly #judge: Judge;
  readonly #cases: CaseWitness;

  constructor({ files, checked }: LoadedGuide) {
    this.mutants = mutantsOf(files, checked);
    this.#judge = new Judge(files, checked, TRACED ? readFileSync(TEXT, 'utf8') : undefined);
    this.#cases = new CaseWitness(files, checked);
  }

  static async ofGuide(folder = 'guides/jiangsu-2022'): Promise<Panel> {
    const loaded = await loadGuide(folder);
    if (!loaded || loaded.faults.length > 0) throw new Error(`${folder} has faults of its own`);
    return new Panel(loaded);
  }

  verdict(mutant: Mutant): Verdict {
    const outcome = this.#judge.judge(mutant);
    if (outcome.by !== 'missed') return outcome.by;
    return this.#cases.notices(outcome.checked) ? 'cases' : 'missed';
  }
}
