import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { Applicant, Statement } from './applicant.ts';
import { order } from './big-fraction.ts';
import { keyOf } from './point-value.ts';

type Specs = Readonly<Record<string, FactSpec>>;

/** Reading G18, its other choice: of several figures the lower counts, of several dates the later. */
export function lowerOrLater(applicant: Applicant, specs: Specs): Applicant {
  const settled = new Map(applicant);
  for (const [id, statements] of applicant) {
    const spec = specs[id];
    if (!spec || !isDisputed(spec, statements) || spec.type.kind !== 'number') continue;
    const later = spec.type.dimension === 'date';
    const [first, ...rest] = statements;
    if (!first || statements.some((s) => s.told.k !== 'number')) continue;
    const taken = rest.reduce((a, b) => {
      if (a.told.k !== 'number' || b.told.k !== 'number') return a;
      return order(b.told.x, a.told.x) === (later ? 1 : -1) ? b : a;
    }, first);
    settled.set(id, [{ ...taken, source: '' }]);
  }
  return settled;
}

/** Every way in which the sources could be right that no named source decides between. */
export function waysOf(applicant: Applicant, specs: Specs): Applicant[] {
  let ways: Applicant[] = [applicant];
  for (const [id, statements] of applicant) {
    const spec = specs[id];
    if (!spec || !isDisputed(spec, statements)) continue;
    ways = ways.flatMap((way) => statements.map((s) => new Map([...way, [id, [s]]])));
  }
  return ways;
}

/** Whether sources say different things, and none of them decides. */
export function isDisputed(spec: FactSpec, statements: readonly Statement[]): boolean {
  if (statements.length < 2 || spec.type.kind === 'rows') return false;
  // What was planned and what is audited are no two opinions of one thing.
  if (statements.some((s) => s.moment)) return false;
  if (spec.decidedBy !== '' && statements.some((s) => s.source === spec.decidedBy)) return false;
  return new Set(statements.map((s) => (s.told.k === 'table' ? '' : keyOf(s.told)))).size > 1;
}
