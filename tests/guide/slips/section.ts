import type { Section } from '../../proof/section.ts';
import { chosen } from './extent.ts';
import { judged } from './judged.ts';
import { OPERATORS } from './operators.ts';
import { Panel, TRACED } from './panel.ts';
import { reasonFor } from './reason.ts';
import { FAMILIES, type Mutant } from './slip.ts';
import { meanShare, share, type Tally, tally } from './tally.ts';

/** Author's slips: what `check` and `trace`, and then the guide's worked cases, say of slips in the real guide. */
export const SLIPS: Section = {
  id: 'slips',
  async write() {
    const { mutants: all } = await Panel.ofGuide();
    const mutants = chosen(all);
    const tallies = tally(OPERATORS, all, mutants, await judged(mutants.length));
    return [
      '## Slips of an author',
      intro(tallies, all.length, mutants.length),
      families(tallies),
      operators(tallies),
      missed(tallies),
    ].join('\n\n');
  },
};

function intro(tallies: readonly Tally[], all: number, tried: number): string {
  const most = Math.max(...tallies.map((t) => t.tried));
  const extent =
    tried === all
      ? `All ${all} slips were tried.`
      : `They come to ${all} slips. Tried were ${tried}: of each operator every one, or ${most} by a fixed seed where there are more (\`SLIPS_EACH=all\` tries all); in shares over several operators each weighs as often as it applies.`;
  return [
    `${OPERATORS.length} ways to slip were written down beforehand (tests/guide/slips/family) and applied at every place of`,
    'guides/jiangsu-2022 where they apply: everything that decides something, not the worked cases, the reference tables,',
    `the sentences for people or the keys. ${extent}`,
    `A slip is caught when \`fuchi check\` reports a fault; or else when \`fuchi trace\` finds something against the guide's text${TRACED ? '' : ' (the text was not there, so nothing was traced)'};`,
    "or else when `fuchi check --cases`, which also runs the guide's worked cases and which `fuchi publish` always does, finds one that doesn't come out.",
    'A slip that leaves the checked guide the same, written out without places and spelling, is equivalent and counts nowhere.',
    `**Caught by check, its worked cases, and trace: ${percent(share(tallies, 'with cases'))} of all slips; without the cases, by what is written alone: ${percent(share(tallies, 'written'))}.**`,
    `The mean over the operators, each counting the same: ${percent(meanShare(tallies, 'with cases'))}, without the cases ${percent(meanShare(tallies, 'written'))}.`,
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
    `| ${first} | places | tried | by check | by trace only | by cases only | equivalent | missed | caught | without cases |`,
    '|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
  ];
}

function row(name: string, tallies: readonly Tally[]): string {
  const sum = (of: (t: Tally) => number) => tallies.reduce((n, t) => n + of(t), 0);
  const cells = [
    name,
    sum((t) => t.places),
    sum((t) => t.tried),
    sum((t) => t.counts.check),
    sum((t) => t.counts.trace),
    sum((t) => t.counts.cases),
    sum((t) => t.counts.equivalent),
    sum((t) => t.counts.missed),
    percent(share(tallies, 'with cases')),
    percent(share(tallies, 'written')),
  ];
  return `| ${cells.join(' | ')} |`;
}

function percent(of: number): string {
  return `${(100 * of).toFixed(1)} %`;
}

/** Every missed slip, by the reason why nothing shows it. */
function missed(tallies: readonly Tally[]): string {
  const byReason = new Map<string, Mutant[]>();
  for (const mutant of tallies.flatMap((t) => t.missed)) {
    const reason = reasonFor(mutant);
    byReason.set(reason, [...(byReason.get(reason) ?? []), mutant]);
  }
  const parts = [...byReason]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, list]) => `- ${reason} (${list.length}): ${places(list)}`);
  return ['### What is missed, and why', 'File and line of each.', ...parts].join('\n\n');
}

function places(list: readonly Mutant[]): string {
  const byOperator = new Map<string, string[]>();
  for (const mutant of list) {
    const key = `${mutant.operator.family} ${mutant.operator.id}`;
    const file = mutant.file.replace(/^lines\/|\.yaml$/g, '');
    byOperator.set(key, [...(byOperator.get(key) ?? []), `${file}:${mutant.line}`]);
  }
  return [...byOperator].map(([operator, at]) => `_${operator}_ ${at.join(' ')}`).join('; ');
}
