import type { Diagnostic } from '@fuchi/guide/diagnostic';
import { type Place, placeWithin } from '@fuchi/guide/place';
import { settle } from '../../assess/settle.ts';
import type { Checked, LiteralNode } from '../../checked-tree.ts';
import type { CompareOp } from '../../syntax/syntax-tree.ts';
import { parts, walk } from '../../walk.ts';
import { dimensionOf, type SaidFigure, saidFigures } from './said-figure.ts';
import { saidSide } from './said-side.ts';
import { NO_READINGS, type Witnessed } from './witness.ts';

/**
 * Figures of an expression against the sentence beside it. Under the default readings every figure of the
 * expression stands in the sentence; every figure of the sentence stands in the expression, or in the label of
 * a fact it uses; and a comparison has the side that the sentence's word means.
 */
export function figureFaults(
  w: Witnessed,
  units: ReadonlySet<string>,
  points: ReadonlyMap<string, string>,
): Diagnostic[] {
  const said = saidFigures(w.says, units);
  if (said.length === 0) return [];
  const usual = w.trees.map((t) => settle(t, NO_READINGS, 'kept'));
  const dimensions = new Set(said.map((f) => f.dimension));
  const faults: Diagnostic[] = [];
  for (const figure of usual.flatMap(figuresOf)) {
    if (!w.whole && !dimensions.has(dimensionIn(figure))) continue;
    if (said.some((f) => carries(f, figure))) continue;
    const same = said.filter((f) => f.dimension === dimensionIn(figure));
    faults.push({
      at: placed(w, figure.name ?? figure.written),
      code: 'says-other-figure',
      facts: {
        written: figure.written,
        name: figure.name ?? '',
        said: [...new Set((same.length > 0 ? same : said).map((f) => f.written))].join('、'),
      },
    });
  }
  // A figure the sentence has otherwise is told once, from the expression's side.
  if (w.whole && !w.idle && faults.length === 0) faults.push(...missing(w, said, units));
  return [...faults, ...sideFaults(usual, w, said, points)];
}

function missing(
  w: Witnessed,
  said: readonly SaidFigure[],
  units: ReadonlySet<string>,
): Diagnostic[] {
  const all = [...w.trees, ...w.more].flatMap(figuresOf);
  const beside = saidFigures(w.beside, units);
  return said
    .filter(
      (f) =>
        !all.some((figure) => carries(f, figure)) &&
        !beside.some((b) => b.values.some((v) => f.values.includes(v))),
    )
    .map((f) => ({ at: w.at, code: 'says-figure-missing', facts: { written: f.written } }));
}

/** Figures a sentence would give: not 0, not the whole, not the one day or unit by which one counts. */
function figuresOf(tree: Checked): LiteralNode[] {
  const found: LiteralNode[] = [];
  walk(tree, (n) => {
    if (n.kind !== 'literal' || n.type.kind !== 'number' || n.type.dimension === 'bare') return;
    if (n.value.startsWith('0/') || (n.value === '1/1' && n.name === undefined)) return;
    found.push(n);
  });
  return found;
}

function dimensionIn(figure: LiteralNode): string {
  return figure.type.kind === 'number' ? dimensionOf(figure.type.dimension) : '';
}

function carries(said: SaidFigure, figure: LiteralNode): boolean {
  return said.dimension === dimensionIn(figure) && said.values.includes(figure.value);
}

const TURNED: Readonly<Record<string, CompareOp>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** A comparison with a figure, turned so that the figure stands on the right. */
interface Compared {
  readonly figure: LiteralNode;
  readonly op: CompareOp;
  readonly written: CompareOp;
  /** The reading it is marked with, '' for none. */
  readonly mark: string;
}

function sideFaults(
  trees: readonly Checked[],
  w: Witnessed,
  said: readonly SaidFigure[],
  points: ReadonlyMap<string, string>,
): Diagnostic[] {
  const compared = trees.flatMap(comparisons);
  const faults: Diagnostic[] = [];
  for (const value of new Set(compared.map((c) => c.figure.value))) {
    const here = compared.filter((c) => c.figure.value === value);
    const [one] = here;
    const meant = said
      .filter((f) => one && carries(f, one.figure))
      .flatMap((f) => {
        const side = saidSide(f);
        return side ? [{ ...side, figure: f.written, phrase: phrased(f, side.word) }] : [];
      });
    const [first] = meant;
    if (!one || !first) continue;
    const fits = here.filter((c) => meant.some((m) => m.op === c.op));
    if (fits.length === 0) {
      const turned = one.op === one.written ? first.op : (TURNED[first.op] ?? first.op);
      const facts = { phrase: first.phrase, op: one.written, meant: turned };
      faults.push({
        at: placed(w, one.figure.name ?? one.figure.written),
        code: 'says-other-side',
        facts,
      });
    } else if (meant.every((m) => m.open) && fits.every((c) => c.mark === '')) {
      faults.push({
        at: w.at,
        code: 'says-open-word',
        facts: { word: first.word, op: one.written },
      });
    } else {
      const word = first.figure.endsWith('底')
        ? `底${first.word}`
        : first.word.replace('（次）', '');
      const stray = fits.find((c) => c.mark !== '' && !points.get(c.mark)?.includes(word));
      if (!stray || !meant.every((m) => m.open)) continue;
      faults.push({ at: w.at, code: 'says-other-word', facts: { word, id: stray.mark } });
    }
  }
  return faults;
}

function comparisons(tree: Checked): Compared[] {
  const found: Compared[] = [];
  walk(tree, (n) => {
    const turned = n.kind === 'compare' ? TURNED[n.op] : undefined;
    if (n.kind !== 'compare' || turned === undefined) return;
    const mark = n.reading ?? '';
    for (const figure of valuesOf(n.right)) found.push({ figure, op: n.op, written: n.op, mark });
    for (const figure of valuesOf(n.left)) found.push({ figure, op: turned, written: n.op, mark });
  });
  return found;
}

/** Figures a side of a comparison comes to or is reckoned from, without those that only decide between others. */
function valuesOf(side: Checked): LiteralNode[] {
  switch (side.kind) {
    case 'literal':
      return figuresOf(side);
    case 'if':
      return [side.whenTrue, side.otherwise].flatMap(valuesOf);
    case 'arithmetic':
    case 'move':
    case 'negate':
    case 'least':
    case 'greatest':
      return parts(side).flatMap(valuesOf);
    default:
      return [];
  }
}

/** Where a figure stands in the expression, or the expression itself where it stands behind a name. */
function placed(w: Witnessed, written: string): Place {
  const offset = w.text?.text.indexOf(written) ?? -1;
  return w.text && offset >= 0 ? placeWithin(w.text, offset) : w.at;
}

/** The figure with its word, as the sentence has them. @example phrased(figure, '不低于') // '不低于3000万元' */
function phrased(figure: SaidFigure, word: string): string {
  return figure.behind.startsWith(word) ? `${figure.written}${word}` : `${word}${figure.written}`;
}
