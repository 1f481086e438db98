import type { Section } from '../../proof/section.ts';
import { FITS } from './applicant-pool.ts';
import { bestFixedOrder } from './best-order.ts';
import { LINES, type LineOrder, measureLine, sum, type Tally } from './measure.ts';

const APPLICANTS = 10_000;
const STARTS = 6;
const SEED = 20_220_601;
const WANTED = 0.7;

/** How many answers it takes to settle a verdict, asking what `missing` names first and asking in file order. */
export const ORDER: Section = {
  id: 'order',
  async write() {
    const each = Math.ceil(APPLICANTS / LINES.length);
    const lines = LINES.map((id, i) => measureLine(id, each, STARTS, SEED + i));
    const wrong = lines.flatMap((l) => l.wrong);
    const rows = lines.map((l) => ({ ...l, best: above(l.total) ? best(l) : undefined }));
    const total = sum(lines.map((l) => l.total));
    const table = [
      ...HEAD,
      ...rows.map((r) => row(`\`${r.line}\``, r, r.best)),
      row('**all lines**', allOf(lines), undefined),
    ];
    return [
      '## Order of questions',
      INTRODUCTION,
      `${total.applicants} applicants on ${lines.length} lines. In ${wrong.length} cases an order ended in another verdict than the applicant has by the independent evaluator.`,
      table.join('\n'),
      shortfall(rows),
    ].join('\n\n');
  },
};

const INTRODUCTION = `An applicant answers one question at a time, and the line is assessed anew after each, until it is
eligible or ineligible. *First missing* asks what \`missing\` names first. *File order* asks the facts in the order of
\`fuchi facts LINE\`, every one, and stops as soon as the verdict is settled. *File order, missing only* also leaves out
what no longer matters. A fact is one answer; a table is filled in whole, and each of its cells is one answer. What the
round supplies (deadline, date of application) is known beforehand and counts in neither.

The applicants: for each line some enterprises are found that fit it. Each applicant is one of them, moved away from
fitting: how far is drawn evenly from 0 to 1, and each of its facts is with that chance any value at all, drawn from the
fact's type alone (yes or no alike, options alike, amounts alike in each order of magnitude from 10万元 to 10亿元, dates
alike over seven years, a part any share of its whole), whatever the conditions want. So the pool reaches evenly from
enterprises that fit to such as have nothing to do with the line, and how many fit, fail one condition or fail several,
follows from the line. The order knows nothing of the pool; but both rest on form alone, so where in life some answers
are much commoner than others, the saving for those who fail will differ. For those who fit it doesn't depend on
that: it comes from not asking what follows, what isn't needed, and tables where a total will do.`;

const HEAD = [
  '| line | first missing | file order | ratio | counting a table as one answer | fit: ratio (share) | fail one: ratio (share) | fail several: ratio (share) | ratio to file order, missing only | best fixed order, ratio |',
  '|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
];

function row(name: string, l: Pick<LineOrder, 'total' | 'byFit'>, bestMean: number | undefined) {
  const t = l.total;
  const fits = FITS.map((f) => {
    const own = l.byFit[f];
    if (own.applicants === 0) return '–';
    return `${ratio(own.first, own.byFile)} (${Math.round((100 * own.applicants) / t.applicants)} %)`;
  });
  const cells = [
    name,
    (t.first / t.applicants).toFixed(2),
    (t.byFile / t.applicants).toFixed(2),
    ratio(t.first, t.byFile),
    ratio(t.firstFacts, t.byFileFacts),
    ...fits,
    ratio(t.first, t.missingByFile),
    bestMean === undefined ? '' : ratio(bestMean * t.applicants, t.byFile),
  ];
  return `| ${cells.join(' | ')} |`;
}

function ratio(a: number, b: number): string {
  return (a / b).toFixed(2);
}

function above(t: Tally): boolean {
  return t.first > WANTED * t.byFile;
}

function best(l: LineOrder): number | undefined {
  return bestFixedOrder(l.program, l.dossiers);
}

function allOf(lines: readonly LineOrder[]): Pick<LineOrder, 'total' | 'byFit'> {
  const [all, one, several] = FITS.map((f) => sum(lines.map((l) => l.byFit[f])));
  const none = sum([]);
  return {
    total: sum(lines.map((l) => l.total)),
    byFit: {
      fits: all ?? none,
      'fails one condition': one ?? none,
      'fails several': several ?? none,
    },
  };
}

function shortfall(rows: readonly (LineOrder & { best: number | undefined })[]): string {
  const over = rows.filter((r) => above(r.total));
  const barred = over.filter((r) => (r.best ?? 0) * r.total.applicants > WANTED * r.total.byFile);
  const others = over.filter((r) => !barred.includes(r));
  const names = (list: readonly LineOrder[]) =>
    list.map((l) => `\`${l.line}\``).join(', ') || 'none';
  const total = sum(rows.map((r) => r.total));
  return `**What falls short.** Where a table counts as one question, however many cells it has, the ratio over all lines
is ${ratio(total.firstFacts, total.byFileFacts)}. ${rows.length - over.length} of ${rows.length} lines are at ${WANTED} or below.
For the others the last column gives the best there is: all orders of the line's facts were searched (over all subsets)
for the one that settles these very applicants with the fewest answers, with hindsight that no order asked beforehand
can have. Even that stays above ${WANTED} on ${names(barred)}: whoever fits must answer for every condition, the file
asks little else, and its conditions are alike in how much they leave. Not reached though that search reaches it, or
not searched for the number of facts: ${names(others)}. The search is over fixed orders; an order that depends on the
answers, as \`missing\` does, can do a little better than the best of them.`;
}
