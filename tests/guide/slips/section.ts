import { existsSync, readFileSync } from 'node:fs';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import type { Section } from '../../proof/section.ts';
import { CaseWitness } from './case-witness.ts';
import { Judge } from './judge.ts';
import { mutantsOf } from './mutants.ts';
import { OPERATORS } from './operators.ts';
import { reasonFor } from './reason.ts';
import { sampled } from './sampled.ts';
import { FAMILIES, type Mutant, type Operator } from './slip.ts';
import { type Missed, share, type Tally, tally, weightedShare } from './tally.ts';

const TEXT = `${import.meta.dirname}/../../../../shared/guide/guide-2022.txt`;

/** Author's slips: what `check` and `trace` say of every slip at every place of the real guide. */
export const SLIPS: Section = {
  id: 'slips',
  async write() {
    const loaded = await loadGuide('guides/jiangsu-2022');
    if (!loaded || loaded.faults.length > 0) throw new Error('the guide has faults of its own');
    const text = existsSync(TEXT) ? readFileSync(TEXT, 'utf8') : undefined;
    const all = mutantsOf(loaded.files, loaded.checked);
    // Fewer of each operator, to look at the table before the whole of it is measured.
    const each = Number(process.env['SLIPS_EACH'] ?? Number.POSITIVE_INFINITY);
    const mutants = Number.isFinite(each) ? sampled(all, each) : all;
    const cases = new CaseWitness(loaded.files);
    const tallies = tally(
      OPERATORS,
      mutants,
      counted(all),
      new Judge(loaded.files, loaded.checked, text),
      (mutant, checked) => cases.notices(checked, mutant.file),
    );
    return [
      '## Slips of an author',
      intro(tallies, all.length, mutants.length, text !== undefined),
      families(tallies),
      operators(tallies),
      missed(tallies),
    ].join('\n\n');
  },
};

function counted(all: readonly Mutant[]): Map<Operator, number> {
  const places = new Map<Operator, number>();
  for (const m of all) places.set(m.operator, (places.get(m.operator) ?? 0) + 1);
  return places;
}

function intro(tallies: readonly Tally[], all: number, tried: number, traced: boolean): string {
  const ways = tallies.filter((t) => t.applied > 0);
  const mean = ways.reduce((n, t) => n + share([t]), 0) / ways.length;
  const extent =
    tried === all
      ? `All ${all} slips were tried.`
      : `Of ${all} slips ${tried} were tried, at places spread evenly over the guide; shares over all are weighted by how often each operator applies.`;
  return [
    `${OPERATORS.length} ways to slip were written down beforehand (tests/guide/slips/family) and applied at every place of`,
    'guides/jiangsu-2022 where they apply: everything that decides something, not the worked cases, the reference tables,',
    `the sentences for people or the keys. ${extent}`,
    `A slip is caught when \`check\` reports a fault, or else when \`trace\` finds something against the guide's text${traced ? '' : ' (the text was not there, so nothing was traced)'}.`,
    'A slip that leaves the checked guide the same, written out without places and spelling, is equivalent and counts nowhere.',
    `**Caught: ${percent(weightedShare(tallies))} of all slips; the mean over the operators, each counting the same, is ${percent(mean)}.**`,
    'The last column is what the worked cases (`cases/*.yaml`) would notice of the missed ones; they are not counted as caught.',
  ].join('\n');
}

function families(tallies: readonly Tally[]): string {
  const rows = FAMILIES.map((family) =>
    row(
      family,
      tallies.filter((t) => t.operator.family === family),
    ),
  );
  return [...head('family'), ...rows, row('**all**', tallies)].join('\n');
}

function operators(tallies: readonly Tally[]): string {
  return [
    ...head('operator'),
    ...tallies.map((t) =>
      row(`${t.operator.family}: ${t.operator.id.replaceAll('|', '\\|')}`, [t]),
    ),
  ].join('\n');
}

function head(first: string): string[] {
  return [
    `| ${first} | applied | caught by check | by trace only | equivalent | missed | share | cases would catch |`,
    '|---|--:|--:|--:|--:|--:|--:|--:|',
  ];
}

function row(name: string, tallies: readonly Tally[]): string {
  const sum = (of: (t: Tally) => number) => tallies.reduce((n, t) => n + of(t), 0);
  const cells = [
    name,
    sum((t) => t.applied),
    sum((t) => t.check),
    sum((t) => t.trace),
    sum((t) => t.equivalent),
    sum((t) => t.missed.length),
    percent(share(tallies)),
    sum((t) => t.missed.filter((m) => m.byCases).length),
  ];
  return `| ${cells.join(' | ')} |`;
}

function percent(of: number): string {
  return `${(100 * of).toFixed(1)} %`;
}

/** Every missed slip, by the reason why nothing shows it; * where a worked case would notice. */
function missed(tallies: readonly Tally[]): string {
  const byReason = new Map<string, Missed[]>();
  for (const m of tallies.flatMap((t) => t.missed)) {
    const reason = reasonFor(m.mutant);
    byReason.set(reason, [...(byReason.get(reason) ?? []), m]);
  }
  const parts = [...byReason]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, list]) => `- ${reason} (${list.length}): ${places(list)}`);
  return [
    '### What is missed, and why',
    'File and line of each; * where a worked case would notice it.',
    ...parts,
  ].join('\n\n');
}

function places(list: readonly Missed[]): string {
  const byOperator = new Map<string, string[]>();
  for (const { mutant, byCases } of list) {
    const key = `${mutant.operator.family} ${mutant.operator.id}`;
    const file = mutant.file.replace(/^lines\/|\.yaml$/g, '');
    const here = `${file}:${mutant.line}${byCases ? '*' : ''}`;
    byOperator.set(key, [...(byOperator.get(key) ?? []), here]);
  }
  return [...byOperator].map(([operator, at]) => `_${operator}_ ${at.join(' ')}`).join('; ');
}
