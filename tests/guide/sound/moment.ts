import type { Applicant, Statement } from './applicant.ts';

export type Moment = '申报' | '验收';

/** Whether some figure was audited at acceptance. */
export function audited(applicant: Applicant): boolean {
  for (const statements of applicant.values())
    if (statements.some((s) => s.moment === '验收')) return true;
  return false;
}

/**
 * What is told at one moment: statements of that moment, else those without one. What isn't audited anew at
 * acceptance holds as it was planned; what was only audited says nothing of the plan.
 */
export function toldAt(applicant: Applicant, moment: Moment): Applicant {
  if (![...applicant.values()].some((all) => all.some((s) => s.moment))) return applicant;
  const told = new Map<string, readonly Statement[]>();
  for (const [id, all] of applicant) {
    const of = (m: Moment | undefined) => all.filter((s) => s.moment === m);
    const ways = [of(moment), of(undefined), moment === '验收' ? of('申报') : []];
    const statements = ways.find((way) => way.length > 0);
    if (statements) told.set(id, statements);
  }
  return told;
}
