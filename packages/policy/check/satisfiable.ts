import type { Diagnostic } from '@fuchi/guide/diagnostic';
import { narrowWith } from '../assess/judge.ts';
import { prepare } from '../assess/prepare.ts';
import { compile, NO_OPTIONS } from '../assess/program.ts';
import { truthOf } from '../bounds/evaluate.ts';
import type { CheckedGuide } from '../checked-guide.ts';
import { amountFaults } from './amount-bounds.ts';
import { otherReadingFaults } from './other-readings.ts';

/**
 * Conditions that can never or always hold, found by reasoning over intervals and lists: each by itself,
 * then all of a line together; what its amount can come to, and what its readings change.
 */
export function unsatisfiable(guide: CheckedGuide): Diagnostic[] {
  const faults: Diagnostic[] = [];
  for (const line of guide.lines) {
    const program = compile(guide, line.id, NO_OPTIONS);
    if (!program) continue;
    const { env } = prepare(program, new Map(), '申报', new Map());
    faults.push(...amountFaults(program, env), ...otherReadingFaults(line, env));
    let impossible = false;
    for (const [i, c] of program.conditions.entries()) {
      if (!c.must || c.each !== '') continue;
      const at = line.source.conditions[i]?.must?.at ?? line.source.at;
      const truth = truthOf(c.must, env);
      const facts = { clause: c.clause, says: c.says };
      if (!truth.t) {
        faults.push({ at, code: 'never-holds', facts });
        impossible = true;
      } else if (!truth.f) faults.push({ at, code: 'always-holds', facts });
      else if (!narrowWith([c.must], program, env)) {
        faults.push({ at, code: 'never-holds', facts });
        impossible = true;
      }
    }
    if (impossible) continue;
    const hard = program.conditions.filter(
      (c) => c.strength === '必须' && c.each === '' && !c.applies,
    );
    for (const [i, c] of hard.entries()) {
      const together = hard.slice(0, i + 1).flatMap((x) => x.must ?? []);
      if (narrowWith(together, program, env)) continue;
      const source = line.source.conditions.find((x) => x.clause === c.clause);
      const facts = { clause: c.clause, line: line.id };
      faults.push({ at: source?.must?.at ?? line.source.at, code: 'never-together', facts });
      break;
    }
  }
  return faults;
}
