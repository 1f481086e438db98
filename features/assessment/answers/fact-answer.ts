import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { FieldEntry } from '@fuchi/policy/facts/entry';
import type { Answers } from './answers.ts';

/** What is answered of a fact, wherever it is kept: the round's clocks and the day stand apart. */
export function factAnswer(spec: FactSpec, { facts, round }: Answers): FieldEntry | undefined {
  if (spec.supplied === '申报日期') return round.asOf;
  return spec.supplied === '批次' ? round.clocks[spec.id] : facts[spec.id];
}

export function withFactAnswer(
  spec: FactSpec,
  field: FieldEntry,
  { facts, round }: Answers,
): Partial<Answers> {
  if (spec.supplied === '申报日期')
    return { round: { ...round, asOf: typeof field === 'string' ? field : '' } };
  if (spec.supplied === '批次')
    return { round: { ...round, clocks: { ...round.clocks, [spec.id]: field } } };
  return { facts: { ...facts, [spec.id]: field } };
}

/** The answers without one fact: unknown again. */
export function withoutFact(spec: FactSpec, { facts, round }: Answers): Partial<Answers> {
  if (spec.supplied === '申报日期') return { round: { ...round, asOf: '' } };
  if (spec.supplied === '批次') {
    const { [spec.id]: _, ...clocks } = round.clocks;
    return { round: { ...round, clocks } };
  }
  const { [spec.id]: _, ...rest } = facts;
  return { facts: rest };
}
