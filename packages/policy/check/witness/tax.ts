import type { Diagnostic } from '@fuchi/guide/diagnostic';
import type { Fact, Guide } from '@fuchi/guide/guide';

/** Amounts and definitions whose words say whether tax is within, and whose 税 is missing or says otherwise. */
export function taxFaults(guide: Guide): Diagnostic[] {
  const facts = [...guide.facts, ...guide.lines.flatMap((l) => l.facts)].flatMap(withColumns);
  return [
    ...guide.definitions.map((d) => ({ at: d.at, tax: d.tax, said: saidTax(d.says) })),
    ...facts
      .filter((f) => f.kind === '金额')
      .map((f) => ({
        at: f.at,
        tax: f.tax,
        said: saidTax([f.id, f.label.text, f.says, f.question].join('，')),
      })),
  ].flatMap(({ at, tax, said }): Diagnostic[] =>
    said === undefined || said === tax
      ? []
      : [{ at, code: 'says-tax', facts: { said, given: tax ?? '' } }],
  );
}

function withColumns(fact: Fact): Fact[] {
  return [fact, ...fact.columns.flatMap(withColumns)];
}

function saidTax(words: string): '不含税' | '未写明' | undefined {
  // “没有写是否含税，请填不含税数” asks for such a figure and leaves open what the guide means.
  if (words.includes('是否含税')) return '未写明';
  return words.includes('不含税') ? '不含税' : undefined;
}
