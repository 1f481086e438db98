import type { Guide, Line } from '@fuchi/guide/guide';
import { fraction } from '@fuchi/policy/fraction';
import type { Syntax } from '@fuchi/policy/syntax/syntax-tree';
import {
  add,
  cmp,
  div,
  mul,
  type Rational,
  rational,
  toDecimal,
  ZERO,
} from '@fuchi/values/rational';
import { parsed } from '../data/parsed.ts';
import { byDefault } from '../data/walk-expression.ts';
import { numberMeasure } from '../measure.ts';

/** What a line, or lines that share their places, may cost at most: places × ceiling, in 万元. */
export interface ExposureRow {
  readonly lines: readonly string[];
  readonly title: string;
  /** Places; undefined where the guide sets none. */
  readonly places: string | undefined;
  /** The ceiling of one project in 万元; undefined where the guide sets none. */
  readonly ceiling: string | undefined;
  readonly amount: string | undefined;
  /** Why there is no amount. */
  readonly because: '' | 'no-places' | 'no-ceiling' | 'neither' | 'open-ceiling';
}

export interface Exposure {
  readonly rows: readonly ExposureRow[];
  /** Of the rows that have an amount, in 万元. */
  readonly total: string;
}

const WAN = rational(10_000);

/** The exposure of a guide from its data, under the default readings. */
export function exposureOf(guide: Guide): Exposure {
  const rows: ExposureRow[] = [];
  const shared = new Set<string>();
  for (const line of guide.lines) {
    const joint = guide.quotas.find((q) => q.id === line.quota?.joint?.text);
    if (joint && !line.quota?.atMost) {
      if (shared.has(joint.id)) continue;
      shared.add(joint.id);
      const lines = guide.lines.filter((l) => l.quota?.joint?.text === joint.id && !l.quota.atMost);
      rows.push(rowOf(guide, lines, countOf(guide, joint.atMost.text)));
    } else {
      const places = line.quota?.atMost;
      rows.push(rowOf(guide, [line], places && countOf(guide, places.text)));
    }
  }
  const amounts = rows.map((r) => (r.amount === undefined ? ZERO : decimal(r.amount)));
  return { rows, total: toDecimal(amounts.reduce(add, ZERO)) };
}

function rowOf(guide: Guide, lines: readonly Line[], places: Rational | undefined): ExposureRow {
  const ceilings = lines.map((l) => ceilingOf(guide, l));
  const known = ceilings.filter((c) => c !== undefined);
  const highest = known.reduce<Rational | undefined>(
    (most, c) => (most === undefined || cmp(c, most) > 0 ? c : most),
    undefined,
  );
  const open = known.length > 0 && known.length < ceilings.length;
  const amount = places && highest && !open ? wan(mul(places, highest)) : undefined;
  return {
    lines: lines.map((l) => l.id),
    title: lines.length === 1 ? (lines[0]?.title ?? '') : commonTitle(lines),
    places: places && toDecimal(places),
    ceiling: highest && wan(highest),
    amount,
    because: amount !== undefined ? '' : why(places, highest, open),
  };
}

function why(
  places: Rational | undefined,
  highest: Rational | undefined,
  open: boolean,
): ExposureRow['because'] {
  if (places === undefined) return highest === undefined ? 'neither' : 'no-places';
  return open ? 'open-ceiling' : 'no-ceiling';
}

/** The cap of one project, or the amount where the guide fixes it. */
function ceilingOf(guide: Guide, line: Line): Rational | undefined {
  const { subsidy } = line;
  const text = subsidy?.cap ?? subsidy?.steps.at(-1)?.formula;
  const syntax = text && parsed(text.text);
  return syntax && amountOf(guide, line, syntax);
}

function amountOf(guide: Guide, line: Line, s: Syntax): Rational | undefined {
  if (s.kind === 'number') {
    const measure = numberMeasure(s.text, s.unit, new Set(guide.units));
    return measure?.dimension === 'money' ? fraction(measure.value) : undefined;
  }
  if (s.kind === 'name') {
    const named = [...line.figures, ...guide.figures].find((f) => f.id === s.name);
    const syntax = named && parsed(named.value.text);
    return syntax?.kind === 'number' ? amountOf(guide, line, syntax) : undefined;
  }
  if (s.kind !== 'if') return undefined;
  const settled = byDefault(s.when);
  // Where facts decide whether there is a cap, there is none to reckon with.
  if (settled === undefined) return undefined;
  return amountOf(guide, line, settled ? s.whenTrue : s.otherwise);
}

function countOf(guide: Guide, text: string): Rational | undefined {
  const syntax = parsed(text);
  if (syntax?.kind !== 'number') return undefined;
  const measure = numberMeasure(syntax.text, syntax.unit, new Set(guide.units));
  return measure && fraction(measure.value);
}

function commonTitle(lines: readonly Line[]): string {
  const titles = lines.map((l) => l.title);
  let common = titles[0] ?? '';
  for (const title of titles) while (!title.startsWith(common)) common = common.slice(0, -1);
  const title = common.replace(/[（(]$/, '');
  return title.length < 4 ? titles.join('、') : title;
}

function wan(amount: Rational): string {
  return toDecimal(div(amount, WAN) ?? ZERO);
}

function decimal(text: string): Rational {
  const [whole = '0', part = ''] = text.split('.');
  return rational(BigInt(whole + part), 10n ** BigInt(part.length));
}
