import { assess } from '@fuchi/policy/assess/assess';
import type { Assessment } from '@fuchi/policy/assess/assessment';
import type { Program } from '@fuchi/policy/assess/program';
import type { Dossier } from './dossier.ts';

export interface Asked {
  /** Facts asked, in the order of asking. */
  readonly facts: readonly string[];
  /** Answers given: one for a fact, one for each cell of a table. */
  readonly answers: number;
  readonly verdict: Assessment['verdict'];
}

/** Asks what the assessment names first, until the verdict is settled or nothing that matters is left. */
export function askedFirstMissing(program: Program, dossier: Dossier): Asked {
  return asked(program, dossier, (missing) => missing[0]);
}

/** Asks in file order, but only what the assessment still misses. */
export function askedMissingByFile(program: Program, dossier: Dossier): Asked {
  return asked(program, dossier, (missing) => {
    const wanted = new Set(missing);
    return program.asked.find((id) => wanted.has(id));
  });
}

function asked(
  program: Program,
  dossier: Dossier,
  choose: (missing: readonly string[]) => string | undefined,
): Asked {
  const facts: string[] = [];
  for (;;) {
    const { verdict, missing } = assess(program, dossier.told(facts), { asOf: null });
    // A cell of a table stands for its table.
    const left = missing.flatMap((m) => m.fact.split('.')[0] ?? []);
    const next = choose([...new Set(left)].filter((id) => !facts.includes(id)));
    if (verdict !== 'undetermined' || next === undefined) {
      return { facts, answers: dossier.answersFor(facts), verdict };
    }
    facts.push(next);
  }
}

/** The facts of a line in file order, as `fuchi facts` lists them, without those the round supplies. */
export function factsByFile(program: Program): string[] {
  return program.asked.filter((id) => program.specs.get(id)?.supplied === '');
}

/** Asks every fact of the line in file order until the verdict is settled. */
export function askedByFile(program: Program, dossier: Dossier): Asked {
  const order = factsByFile(program);
  const verdictAfter = (n: number) =>
    assess(program, dossier.told(order.slice(0, n)), { asOf: null }).verdict;
  // A settled verdict stays settled whatever else is told: the shortest part that settles is found by halving.
  let [least, most] = [0, order.length];
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (verdictAfter(middle) === 'undetermined') least = middle + 1;
    else most = middle;
  }
  const facts = order.slice(0, least);
  return { facts, answers: dossier.answersFor(facts), verdict: verdictAfter(least) };
}
