/** A stretch of the guide's text that stands under one number, its broken lines joined. */
export interface TextClause {
  /** '一(二)2(3)①'; '' before the first number; '附件1-3' for a form. */
  readonly path: string;
  /** The forms and lists behind the body. */
  readonly annex: boolean;
  /** Without white space, but for one space between digits that a line's end kept apart. */
  readonly text: string;
  /** For each character of `text` the one that is printed: of % perhaps ％. */
  readonly printed: string;
  /** For each character of `text` its line and column in the source, from 1. */
  readonly lines: readonly number[];
  readonly columns: readonly number[];
  /** The clause's own number as it stands there. */
  readonly marker: Marker | undefined;
  /** The text begins behind the number: a paragraph of its own without one. */
  readonly tail: boolean;
}

export interface Marker {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** What an extraction leaves between the lines of the guide: page numbers, addresses. */
export interface StrayLine extends Marker {
  readonly kind: 'page' | 'link';
}

export interface Outline {
  readonly clauses: readonly TextClause[];
  readonly stray: readonly StrayLine[];
}

interface Open {
  path: string;
  annex: boolean;
  marker: Marker | undefined;
  tail: boolean;
  text: string;
  printed: string;
  lines: number[];
  columns: number[];
}

const HAN = '[一二三四五六七八九十]+';
const CATEGORY = new RegExp(`^(${HAN})、`);
const ITEM = new RegExp(`^（(${HAN})）`);
const POINT = /^(\d{1,2})[.．、]\s*(?=[^\d\s.])/;
const SUB = /^[（(](\d{1,2})[)）]/;
const CIRCLES = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const PAGE = /^[-—–]?\s*\d{1,4}\s*[-—–]?$/;
/** In the annexes a number alone may stand in a table. */
const MARKED_PAGE = /^[-—–]\s*\d{1,4}\s*[-—–]$/;
const LINK = /^https?:\/\/\S+$/;
const ANNEX_LIST = /^附件\s*[:：]/;
const ANNEX = /^附件\s*(\d+(?:-\d+)+)\s*$/;

/**
 * Splits a guide's text into its numbered clauses. Lines are taken as an extraction breaks them:
 * in the middle of sentences, with page numbers in between.
 * @example outlineOf('一、甲\n（一）乙。1. 丙').clauses.map((c) => c.path)
 */
export function outlineOf(source: string): Outline {
  return new OutlineReader().read(source);
}

class OutlineReader {
  private readonly clauses: Open[] = [];
  private readonly stray: StrayLine[] = [];
  private readonly numbers = { category: '', item: '', point: '', sub: '', circle: '' };
  private annex = false;
  private last = '';
  private full = 0;
  private open: Open = this.begin('', undefined);

  read(source: string): Outline {
    const all = source.split(/\r\n|[\n\r\f\v\u2028]/);
    this.full = fullWidth(all.map((raw) => raw.trim()).filter((text) => text !== ''));
    for (const [i, raw] of all.entries()) {
      const text = raw.trim();
      if (text === '') continue;
      const column = raw.length - raw.trimStart().length + 1;
      this.line({ text, line: i + 1, column });
    }
    this.settleTail();
    return { clauses: this.clauses.filter((c) => c.text !== '' || c.marker), stray: this.stray };
  }

  private line(line: Marker): void {
    const { text } = line;
    const page = (this.annex ? MARKED_PAGE : PAGE).test(text);
    const stray = LINK.test(text) ? 'link' : page ? 'page' : undefined;
    if (stray) this.stray.push({ kind: stray, ...line });
    else if (this.annex) this.annexLine(line);
    else this.bodyLine(line);
  }

  private bodyLine(line: Marker): void {
    if (ANNEX_LIST.test(line.text) && this.sentenceEnded()) {
      this.settleTail();
      this.annex = true;
      this.open = this.begin('附件', undefined);
      this.take(line, 0);
      return;
    }
    const rest = this.numbered(line);
    if (rest === undefined) {
      if (this.paragraphEnded() && this.numbers.point !== '' && !this.open.tail) {
        const tail = this.begin(this.open.path, undefined);
        tail.tail = true;
        this.open = tail;
      }
    }
    this.take(line, rest ?? 0);
  }

  private annexLine(line: Marker): void {
    const annex = ANNEX.exec(line.text);
    if (annex) this.open = this.begin(`附件${annex[1] ?? ''}`, line);
    else this.take(line, 0);
  }

  /** Opens the clauses whose numbers begin the line. @returns where the text behind them starts */
  private numbered(line: Marker): number | undefined {
    const n = this.numbers;
    let from = 0;
    const deeper: [RegExp, keyof typeof n, (m: string) => string][] = [
      [CATEGORY, 'category', (m) => m],
      [ITEM, 'item', (m) => `(${m})`],
      [POINT, 'point', (m) => String(Number(m))],
      [SUB, 'sub', (m) => `(${Number(m)})`],
    ];
    for (const [pattern, level, spell] of deeper) {
      const found = pattern.exec(line.text.slice(from));
      if (!found) continue;
      const number = spell(found[1] ?? '');
      if (!this.follows(level, number) && !(from === 0 && this.sentenceEnded())) continue;
      if (level === 'category' || level === 'item') this.settleTail();
      this.set(level, number);
      const marker = { text: found[0].trim(), line: line.line, column: line.column + from };
      this.open = this.begin(n.category + n.item + n.point + n.sub, marker);
      from += found[0].length;
      this.last = '。';
    }
    return from === 0 ? undefined : from;
  }

  private set(level: keyof OutlineReader['numbers'], number: string): void {
    const levels = ['category', 'item', 'point', 'sub', 'circle'] as const;
    const at = levels.indexOf(level);
    for (const [i, l] of levels.entries()) if (i >= at) this.numbers[l] = i === at ? number : '';
  }

  /** A number in its turn opens a clause even where the line before doesn't end a sentence. */
  private follows(level: keyof OutlineReader['numbers'], number: string): boolean {
    const now = this.numbers[level];
    return ordinal(number) === (now === '' ? 1 : ordinal(now) + 1);
  }

  private take(line: Marker, from: number): void {
    for (let i = from; i < line.text.length; i++) {
      const c = line.text[i] ?? '';
      if (/\s/.test(c)) continue;
      const circle = this.annex ? -1 : CIRCLES.indexOf(c);
      if (circle >= 0 && /^$|[。：:；;]$/.test(this.open.text) && this.isNextCircle(circle + 1)) {
        this.numbers.circle = c;
        const n = this.numbers;
        const marker = { text: c, line: line.line, column: line.column + i };
        this.open = this.begin(n.category + n.item + n.point + n.sub + c, marker);
        continue;
      }
      this.put(c, line.line, line.column + i, i > from && /\s/.test(line.text[i - 1] ?? ''));
    }
    this.last = line.text;
    this.lineEnded = true;
  }

  private lineEnded = false;

  private put(c: string, line: number, column: number, apart: boolean): void {
    const plain = PLAIN.get(c) ?? c;
    const digits = /\d/.test(plain) && /\d$/.test(this.open.text);
    if (digits && (apart || this.lineEnded)) this.push(' ', ' ', line, column);
    this.lineEnded = false;
    this.push(plain, c, line, column);
  }

  private push(c: string, printed: string, line: number, column: number): void {
    this.open.text += c;
    this.open.printed += printed;
    this.open.lines.push(line);
    this.open.columns.push(column);
  }

  private isNextCircle(number: number): boolean {
    const now = this.numbers.circle;
    return number === (now === '' ? 1 : CIRCLES.indexOf(now) + 2);
  }

  private sentenceEnded(): boolean {
    return this.last === '' || /[。；：:]$/.test(this.last);
  }

  /** A line that ends a sentence before its end; where lines aren't broken, every line that ends one. */
  private paragraphEnded(): boolean {
    return /。$/.test(this.last) && width(this.last) < this.full;
  }

  private begin(path: string, marker: Marker | undefined): Open {
    const open: Open = {
      path,
      annex: this.annex,
      marker,
      tail: false,
      text: '',
      printed: '',
      lines: [],
      columns: [],
    };
    this.clauses.push(open);
    return open;
  }

  /** An unnumbered paragraph that ends an item belongs to the item, not to its last number. */
  private settleTail(): void {
    if (!this.open.tail) return;
    this.open.path = `${this.numbers.category}${this.numbers.item}末段`;
  }
}

/**
 * The width from which on a line counts as full. Where most lines end a sentence they aren't broken,
 * and none is full.
 */
function fullWidth(lines: readonly string[]): number {
  const broken = lines.filter((text) => !/[。；：:]$/.test(text)).length;
  if (broken * 2 < lines.length) return Number.POSITIVE_INFINITY;
  const widths = lines.map(width).sort((a, b) => a - b);
  return (widths[Math.floor(widths.length * 0.8)] ?? 0) * 0.9;
}

function width(text: string): number {
  let sum = 0;
  for (const c of text) sum += (c.codePointAt(0) ?? 0) > 0xff ? 2 : 1;
  return sum;
}

/** Full-width digits and signs of numbers as plain ones. */
const PLAIN = new Map([
  ...[...'０１２３４５６７８９'].map((c, i) => [c, String(i)] as const),
  ['％', '%'],
  ['．', '.'],
  ['～', '~'],
]);

function ordinal(number: string): number {
  const plain = number.replace(/[()]/g, '');
  if (/^\d+$/.test(plain)) return Number(plain);
  const circle = CIRCLES.indexOf(plain);
  if (circle >= 0) return circle + 1;
  const ones = '一二三四五六七八九';
  const [tens, unit] = plain.includes('十') ? plain.split('十') : ['', plain];
  const ten = plain.includes('十') ? (tens === '' ? 1 : ones.indexOf(tens ?? '') + 1) * 10 : 0;
  return ten + (unit === '' ? 0 : ones.indexOf(unit ?? '') + 1);
}
