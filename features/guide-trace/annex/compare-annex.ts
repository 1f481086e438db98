import type { TextClause } from '../text/outline.ts';
import type { AnnexFinding } from './annex-finding.ts';
import { charactersOf, type PrintedCharacter } from './annex-text.ts';
import { type Edit, edits } from './edits.ts';
import type { PrintedAnnex, PrintedPart } from './printed-part.ts';

/** A character of the data: of which part, the how manyth of it, and whether white space stands before it. */
interface DataCharacter {
  readonly c: string;
  readonly part: PrintedPart;
  readonly nth: number;
  readonly apart: boolean;
}

interface Comparison {
  readonly data: readonly DataCharacter[];
  readonly text: readonly PrintedCharacter[];
  readonly edits: readonly Edit[];
}

/** Compares an annex with its data, character by character; between the parts white space doesn't count. */
export function compareAnnex(annex: PrintedAnnex, clause: TextClause): readonly AnnexFinding[] {
  const text = charactersOf(clause, annex.pageHead);
  const ways = annex.ways.map((parts) => compared(parts, text));
  const wrong = (way: Comparison) => way.edits.filter((e) => e.kind !== 'same').length;
  const best = ways.reduce((a, b) => (wrong(b) < wrong(a) ? b : a));
  return findings(best, clause.path);
}

function compared(parts: readonly PrintedPart[], text: readonly PrintedCharacter[]): Comparison {
  const data = parts.flatMap((part) => {
    let apart = false;
    let nth = 0;
    return [...part.text].flatMap((c): DataCharacter[] => {
      const space = /\s/u.test(c);
      const here = { c, part, nth, apart };
      apart = space;
      if (!space) nth++;
      return space ? [] : [here];
    });
  });
  const starts = new Set(data.flatMap(({ nth }, i) => (nth === 0 ? [i] : [])));
  starts.add(data.length);
  const steps = edits(
    data.map(({ c }) => c),
    text.map(({ c }) => c),
    starts,
  );
  return { data, text, edits: steps };
}

function findings({ data, text, edits }: Comparison, annex: string): AnnexFinding[] {
  return runsOf(edits, data).flatMap((run): AnnexFinding[] => {
    const printed = text.slice(
      run.find((e) => e.kind !== 'data')?.text ?? text.length,
      (run.findLast((e) => e.kind !== 'data')?.text ?? -1) + 1,
    );
    const [first] = printed;
    const shown = first && { text: spaced(printed), printedAt: placeOf(first) };
    const part = data[run.find((e) => e.kind !== 'text')?.data ?? -1]?.part;
    if (part === undefined) {
      const after = data[(run[0]?.data ?? 0) - 1]?.part.text ?? '';
      return shown ? [{ code: 'annex-unsaid', annex, after, ...shown }] : [];
    }
    if (!shown) return [{ code: 'annex-unprinted', annex, part }];
    const differ = run.some((e) => e.kind !== 'same' || misspaced(e, data, text));
    return differ ? [{ code: 'annex-differs', annex, part, ...shown }] : [];
  });
}

/** The steps part by part, and those of the text between two parts. */
function runsOf(edits: readonly Edit[], data: readonly DataCharacter[]): Edit[][] {
  const runs: Edit[][] = [];
  let wasBetween = false;
  for (const e of edits) {
    const starts = (data[e.data]?.nth ?? 0) === 0;
    const between = e.kind === 'text' && starts;
    const run = runs.at(-1);
    if (run === undefined || between !== wasBetween || (starts && !between)) runs.push([e]);
    else run.push(e);
    wasBetween = between;
  }
  return runs;
}

/**
 * A part begins a line or stands apart from the one before. Within it a space stands where the text prints one beside a
 * letter or digit: 单个 IP 溯源; at a line's end none can be told from the break. Two Chinese characters apart are the end
 * of one cell and the start of another; beside a bracket the space only fills the line.
 */
function misspaced(
  { kind, data: d, text: t }: Edit,
  data: readonly DataCharacter[],
  text: readonly PrintedCharacter[],
): boolean {
  const [said, printed] = [data[d], text[t]];
  if (kind !== 'same' || !said || !printed) return false;
  if (said.nth === 0) return !printed.first && !printed.apart;
  const beside = `${data[d - 1]?.c ?? ''}${said.c}`;
  const latin = /[A-Za-z0-9]/.test(beside);
  if (printed.first) return said.apart && !latin;
  const exact = latin || /^\p{Script=Han}{2}$/u.test(beside);
  return exact ? said.apart !== printed.apart : said.apart && !printed.apart;
}

function spaced(printed: readonly PrintedCharacter[]): string {
  return printed.map(({ c, apart }, i) => (apart && i > 0 ? ` ${c}` : c)).join('');
}

function placeOf({ line, column }: PrintedCharacter) {
  return { line, column };
}
