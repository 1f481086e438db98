import { isCollection, LineCounter, parseDocument, type Scalar, visit } from 'yaml';
import { type LookAlike, sameText } from './diagnostic.ts';
import { type Place, placeWithin } from './place.ts';
import { spelling } from './spelling.ts';

export interface Rewritten {
  readonly source: string;
  /** What was replaced; the others stand where no replacement was safe. */
  readonly done: readonly {
    readonly place: Place;
    readonly written: string;
    readonly plain: string;
  }[];
}

/**
 * Replaces look-alikes by the characters they were read as, and quotes a scalar where the plain
 * characters would mean something to YAML. What the file says otherwise stays as it is, byte for byte;
 * when it can't, nothing is replaced.
 * @example rewrite('a.yaml', '须: 甲 ≥ 3年', lookAlikes).source // '须: 甲 >= 3年'
 */
export function rewrite(
  file: string,
  written: string,
  lookAlikes: readonly LookAlike[],
): Rewritten {
  const bom = written.startsWith('\ufeff') ? '\ufeff' : '';
  const source = written.slice(bom.length);
  const expected: string[] = [];
  const edits: { from: number; to: number; text: string }[] = [];
  const done: { place: Place; written: string; plain: string }[] = [];
  for (const scalar of scalarsOf(file, source)) {
    const { start, end, text, inFlow } = scalar;
    const found = lookAlikes.filter((l) => sameText(l.text, { text, at: scalar.at }));
    const once = [...new Map(found.map((l) => [l.offset, l])).values()];
    expected.push(once.length > 0 ? replaced(text, once) : text);
    if (once.length === 0) continue;
    edits.push({
      from: start,
      to: end,
      text: respelled(source.slice(start, end), text, once, inFlow),
    });
    for (const { text: whole, offset, written: was, plain } of once) {
      done.push({ place: placeWithin(whole, offset), written: was, plain });
    }
  }
  const result = edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((s, e) => s.slice(0, e.from) + e.text + s.slice(e.to), source);
  const after = scalarsOf(file, result).map((s) => s.text);
  const kept = after.length === expected.length && after.every((t, i) => t === expected[i]);
  return kept ? { source: bom + result, done } : { source: written, done: [] };
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly at: LookAlike['text']['at'];
  readonly inFlow: boolean;
}

function scalarsOf(file: string, source: string): Found[] {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    schema: 'failsafe',
    lineCounter: lines,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const found: Found[] = [];
  if (document.errors.length > 0) return found;
  visit(document, {
    Scalar(_, node: Scalar, path) {
      if (!node.range) return;
      const [start, end] = node.range;
      const { line, col } = lines.linePos(start);
      const inFlow = path.some((p) => isCollection(p) && p.flow === true);
      const { at } = spelling(source.slice(start, end), { file, line, column: col });
      found.push({ start, end, text: String(node.value ?? ''), at, inFlow });
    },
  });
  return found;
}

function replaced(text: string, lookAlikes: readonly LookAlike[]): string {
  const at = new Map(lookAlikes.map((l) => [l.offset, l.plain]));
  return Array.from({ length: text.length }, (_, i) => at.get(i) ?? text[i]).join('');
}

/** The scalar as it is to stand in the file, in its own style where that still means the same. */
function respelled(
  raw: string,
  text: string,
  lookAlikes: readonly LookAlike[],
  inFlow: boolean,
): string {
  const quote = raw[0];
  const block = quote === '|' || quote === '>';
  const body = block ? raw.indexOf('\n') : 0;
  const inQuotes = (plain: string) => (quote === '"' && plain === '"' ? '\\"' : plain);
  const at = new Map<number, string>();
  for (const l of lookAlikes) {
    // A style changes blanks and quotes, never the order of the other characters.
    const rank = [...text.slice(0, l.offset)].filter((c) => c === l.written).length;
    let place = body - 1;
    for (let i = 0; i <= rank; i++) place = raw.indexOf(l.written, place + 1);
    at.set(place, inQuotes(l.plain));
  }
  const spelled = Array.from({ length: raw.length }, (_, i) => at.get(i) ?? raw[i]).join('');
  if (block || quote === '"' || quote === "'") return spelled;
  const unsafe = /^["'[\]{}#&*!|>%@`,]/.test(spelled) || (inFlow && /[,[\]{}]/.test(spelled));
  return unsafe ? `'${replaced(text, lookAlikes).replaceAll("'", "''")}'` : spelled;
}
