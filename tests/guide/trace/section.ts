import { existsSync, readFileSync } from 'node:fs';
import { exposureOf } from '@fuchi/guide-trace/exposure/exposure';
import { exposureReason, KIND_NAMES, slipSentence } from '@fuchi/guide-trace/report/trace-words';
import { textSlips } from '@fuchi/guide-trace/slips/text-slips';
import { STATED } from '@fuchi/guide-trace/text/occurrence';
import { readText } from '@fuchi/guide-trace/text/read-text';
import { type Trace, trace } from '@fuchi/guide-trace/trace';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import type { Section } from '../../proof/section.ts';
import { type AnnexSlips, characterSlips, rowSlips } from './annex-slips.ts';
import { removals } from './removal.ts';

const ROOT = `${import.meta.dirname}/../../..`;
const TEXT = `${ROOT}/../shared/guide/guide-2022.txt`;

/** The data of the real guide traced against its text. */
export const traceSection: Section = {
  id: 'trace',
  async write() {
    const loaded = await loadGuide(`${ROOT}/guides/jiangsu-2022`);
    if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
    if (!existsSync(TEXT))
      return `${HEAD}\n\nNot measured: the guide's text isn't on this machine.`;
    const { guide } = loaded.checked;
    const read = readText(readFileSync(TEXT, 'utf8'));
    const traced = trace(guide, read);
    const all = removals(guide, read);
    const exact = all.filter(
      (r) => [...r.carried].sort().join() === [...r.uncarried].sort().join(),
    );
    const carrying = all.filter((r) => r.carried.length > 0).length;
    const conditions = guide.lines.flatMap((line) => line.conditions.map((c) => ({ line, c })));
    const seen = conditions.filter(({ line, c }) => {
      const rest = line.conditions.filter((other) => other !== c);
      const lines = guide.lines.map((l) => (l === line ? { ...l, conditions: rest } : l));
      return trace({ ...guide, lines }, read).findings.length > traced.findings.length;
    });
    const exposure = exposureOf(guide);
    const characters = guide.forms.map((form) => characterSlips(form, read, 1));
    const rows = guide.forms.map((form) => rowSlips(form, read));
    return [
      HEAD,
      "Every number, date, percentage, period and quota of the guide's text (before the attachments), matched by clause and value to the figure of the data that carries it. Written by `fuchi trace guides/jiangsu-2022 TEXT`.",
      occurrenceTable(traced),
      figureTable(traced),
      `- Findings: ${traced.findings.length}.`,
      `- Every figure taken out in turn, by changing it to a value stated nowhere: for ${exact.length} of ${all.length} figures exactly the numbers it carried stand uncarried (${carrying} carry at least one).`,
      `- Every condition taken out in turn: ${seen.length} of ${conditions.length} are seen by the trace alone. The others share their clause and words with a neighbour, hold under another reading only, or are no sentence of the guide; \`fuchi check\` sees those whose facts nothing else uses.`,
      `- The attachments are compared with the data of the ${guide.forms.length} forms and of the training directions, character by character: title, year, header, goals, headings, levels, groups, labels, printed choices, notes. Planted in the forms: a character lost, changed or added at every place of every printed text, ${seenOf(characters)} seen; a row dropped, doubled or behind the next one, ${seenOf(rows)} seen.`,
      '',
      "**The guide's own slips that rules find**",
      '',
      ...textSlips(guide, read).map((s) => `- ${s.line}:${s.column} ${slipSentence(s)}`),
      '',
      '**Exposure: places × ceiling, 万元**',
      '',
      '| lines | places | ceiling | amount |',
      '|---|--:|--:|--:|',
      ...exposure.rows.map((r) => {
        const amount = r.amount ?? exposureReason(r.because);
        return `| ${r.lines.join(', ')} | ${r.places ?? '–'} | ${r.ceiling ?? '–'} | ${amount} |`;
      }),
      `| **sum of what can be computed** | | | **${exposure.total}** |`,
      '',
      "What falls short: a number is matched by its value and clause, so a wrong operator shows only where the text has a word for it; a phrase of a condition counts as said when half of its weight in pairs of characters stands in what the condition says. PDF isn't read: save it as .docx or .txt.",
    ].join('\n');
  },
};

function seenOf(slips: readonly AnnexSlips[]): string {
  const planted = slips.reduce((n, s) => n + s.planted, 0);
  return `${planted - slips.flatMap((s) => s.unseen).length} of ${planted}`;
}

const HEAD = "## Trace: the data against the guide's text";

function occurrenceTable({ occurrences }: Trace): string {
  const kinds = [...new Set(occurrences.map((o) => o.occurrence.kind))];
  const body = occurrences.filter((o) => o.state !== 'annex');
  const rows = kinds.flatMap((kind) => {
    const here = body.filter((o) => o.occurrence.kind === kind);
    const count = (state: string) => here.filter((o) => o.state === state).length;
    if (here.length === 0) return [];
    const carried = STATED.includes(kind)
      ? [count('carried'), count('reason'), count('uncarried')]
      : ['–', '–', '–'];
    return [`| ${KIND_NAMES[kind]} (${kind}) | ${here.length} | ${carried.join(' | ')} |`];
  });
  const states = ['carried', 'reason', 'uncarried'].map(
    (s) => body.filter((o) => o.state === s).length,
  );
  return [
    '',
    '| kind | in the body | carried | with a written reason | uncarried |',
    '|---|--:|--:|--:|--:|',
    ...rows,
    `| **all** | ${body.length} | ${states.join(' | ')} |`,
    '',
    `Behind the body, in the attachments, stand another ${occurrences.length - body.length}; they are listed, and compared as words.`,
    '',
  ].join('\n');
}

function figureTable({ figures }: Trace): string {
  const states = [
    ['carries', 'carry a number of the text'],
    ['mechanics', 'count days, rows or stages and state nothing'],
    ['reason', 'with a written reason'],
    ['other-reading', 'bind under another reading only'],
    ['doubled', 'stated twice'],
    ['unstated', 'stated by no text'],
  ] as const;
  return [
    '| figures of the data | |',
    '|---|--:|',
    ...states.map(
      ([state, says]) => `| ${says} | ${figures.filter((f) => f.state === state).length} |`,
    ),
    `| **all** | ${figures.length} |`,
    '',
  ].join('\n');
}
