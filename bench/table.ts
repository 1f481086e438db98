import type { Growth } from './growth.ts';
import type { Measured } from './measure.ts';

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What was measured, as tables: for the terminal and for docs/proof.md. */
export function tablesOf(m: Measured): readonly Table[] {
  const fastest = Math.max(...m.verdict.slice(1).map((r) => r.perSecond));
  return [
    {
      title: 'One line of seven conditions (数据产品化), facts read and known, with trace',
      head: ['', 'per second', '× json-rules-engine'],
      rows: m.trace.map((r) => [r.name, count(r.perSecond), r.ratio.toFixed(1)]),
    },
    {
      title: 'The same line, verdict and amount without trace',
      head: ['', 'per second', '× fastest CEL library'],
      rows: m.verdict.map((r) => [r.name, count(r.perSecond), (r.perSecond / fastest).toFixed(2)]),
    },
    {
      title:
        '`fuchi check guides/jiangsu-2022`, each time a process of its own, files in the cache',
      head: ['', 'ms'],
      rows: [
        ['**the whole command** (`node apps/cli/fuchi.mjs check …`)', ms(m.cold.check)],
        ...m.cold.parts.map(({ name, median }) => [`of it: ${name}`, ms(median)]),
        ['a process that does nothing (`node -e 0`)', ms(m.cold.node)],
        ['`npx fuchi check …`, whose own start npm decides', ms(m.cold.npx)],
      ],
    },
    {
      title: `The checked guide as JSON (${m.load.kilobytes} KB): from the text to a guide that can be compiled`,
      head: ['', 'ms'],
      rows: [
        ['median', ms(m.load.median)],
        ['the first time in the process', ms(m.load.first)],
      ],
    },
    {
      title: 'All 28 lines assessed anew after one fact has changed, whole assessments',
      head: ['told', 'facts', 'as the page does it, ms', 'all 28 from nothing, ms'],
      rows: m.lines.map((l) => [l.name, String(l.told), ms(l.changed), ms(l.median)]),
    },
    {
      title: 'Growth: one assessment, ms by number of rows',
      head: ['rows', ...(m.rows[0]?.sizes ?? []).map(count), 'slope'],
      rows: m.rows.map(growthRow),
    },
    {
      title: 'Growth: one assessment, ms by number of conditions',
      head: ['', ...m.conditions.sizes.map(count), 'slope'],
      rows: [growthRow(m.conditions)],
    },
  ];
}

function growthRow({ name, sizes, times, slope }: Growth): string[] {
  const untried = sizes.slice(times.length).map(() => '–');
  return [name, ...times.map(ms), ...untried, slope.toFixed(2)];
}

function ms(time: number): string {
  return time < 10 ? time.toFixed(2) : time.toFixed(0);
}

function count(n: number): string {
  return Math.round(n).toLocaleString('en');
}

/** @example markdown({ title: 'A', head: ['', 'ms'], rows: [['x', '1']] }) */
export function markdown({ title, head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, i) => (i === 0 ? '---' : '---:'));
  return [`**${title}**`, '', line(head), line(rule), ...rows.map(line)].join('\n');
}
