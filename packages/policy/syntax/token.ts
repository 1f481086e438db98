/** What the lexer cuts an expression into. `start` and `end` count characters of the text. */
export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'date' | 'symbol' | 'end';
  /** The token's meaning: look-alikes already replaced, quotes taken off a text. */
  readonly text: string;
  /** The unit written directly behind a number: 万元, %, 年, 人. */
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

export interface LexFault {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly facts: Readonly<Record<string, string>>;
}

/** A character that is read as its plain form and rewritten by `check --fix`. */
export interface LookAlike {
  readonly start: number;
  readonly length: number;
  readonly text: string;
}

export interface Lexed {
  readonly tokens: readonly Token[];
  readonly faults: readonly LexFault[];
  readonly lookAlikes: readonly LookAlike[];
}

const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ['≥', '>='],
  ['≤', '<='],
  ['≠', '!='],
  ['＞', '>'],
  ['＜', '<'],
  ['＝', '='],
  ['！', '!'],
  ['（', '('],
  ['）', ')'],
  ['，', ','],
  ['＋', '+'],
  ['－', '-'],
  ['＊', '*'],
  ['×', '*'],
  ['／', '/'],
  ['÷', '/'],
  ['％', '%'],
  ['．', '.'],
  ['［', '['],
  ['］', ']'],
  ['　', ' '],
  ['\u00a0', ' '],
  ['−', '-'],
  ...Array.from({ length: 10 }, (_, i): [string, string] => [
    String.fromCharCode(0xff10 + i),
    String(i),
  ]),
]);

const NAME_START = /[\p{L}_]/u;
const NAME_PART = /[\p{L}\p{N}_]/u;
const DATE = /^\d{4}-\d{2}-\d{2}(?![\p{L}\p{N}])/u;
const NUMBER = /^\d+(?:\.\d+)?/;
const UNIT = /^(?:%|[\p{L}_]+)/u;
const SYMBOLS = [
  '..',
  '>=',
  '<=',
  '!=',
  '+',
  '-',
  '*',
  '/',
  '(',
  ')',
  '[',
  ']',
  ',',
  '.',
  '=',
  '<',
  '>',
];

/** Slips that have one likely meaning but could hide another: the author must decide. */
const AMBIGUOUS: readonly (readonly [string, string])[] = [
  ['=>', '>='],
  ['=<', '<='],
  ['==', '='],
  ['<>', '!='],
  ['&&', 'and'],
  ['||', 'or'],
];
const STRAY: ReadonlyMap<string, string> = new Map([
  ['、', ','],
  ['。', ''],
  ['；', ''],
  [';', ''],
  ['：', ''],
  ['‰', ''],
]);

/** Longest expression in characters; a line of the guide needs a few hundred. */
export const MAX_EXPRESSION = 4000;

/**
 * Cuts an expression into tokens. Never throws; reads on after each fault.
 * @example lex('项目总投入 ≥ 3000万元').tokens.map((t) => t.text) // ['项目总投入','>=','3000','']
 */
export function lex(source: string): Lexed {
  const faults: LexFault[] = [];
  const lookAlikes: LookAlike[] = [];
  const tokens: Token[] = [];
  if (source.length > MAX_EXPRESSION) {
    faults.push({
      code: 'expression-too-long',
      start: 0,
      end: 0,
      facts: { limit: String(MAX_EXPRESSION) },
    });
    return { tokens: [endToken(0)], faults, lookAlikes };
  }
  const { plain, origin } = normalise(source, lookAlikes);
  const from = (i: number) => origin[i] ?? source.length;
  let i = 0;
  const push = (kind: Token['kind'], text: string, unit: string, length: number) => {
    tokens.push({ kind, text, unit, start: from(i), end: from(i + length) });
    i += length;
  };
  while (i < plain.length) {
    const c = plain[i] ?? '';
    const rest = plain.slice(i);
    if (c === ' ' || c === '\n' || c === '\t') {
      i++;
      continue;
    }
    const slip = AMBIGUOUS.find(([written]) => rest.startsWith(written));
    if (slip) {
      faults.push({
        code: 'ambiguous-operator',
        start: from(i),
        end: from(i + slip[0].length),
        facts: { written: slip[0], meant: slip[1] },
      });
      push('symbol', slip[1], '', slip[0].length);
      continue;
    }
    if (c === '"') {
      const close = plain.indexOf('"', i + 1);
      if (close < 0) {
        faults.push({ code: 'text-not-closed', start: from(i), end: source.length, facts: {} });
        i = plain.length;
        continue;
      }
      // The author's own characters count inside a text, not their plain forms.
      push('text', source.slice(from(i) + 1, from(close)), '', close + 1 - i);
      continue;
    }
    const date = DATE.exec(rest);
    if (date) {
      push('date', date[0], '', date[0].length);
      continue;
    }
    const number = NUMBER.exec(rest);
    if (number) {
      const unit = UNIT.exec(rest.slice(number[0].length))?.[0] ?? '';
      push('number', number[0], unit, number[0].length + unit.length);
      continue;
    }
    if (NAME_START.test(c)) {
      let end = i + 1;
      while (end < plain.length && NAME_PART.test(plain[end] ?? '')) end++;
      push('name', plain.slice(i, end), '', end - i);
      continue;
    }
    const symbol = SYMBOLS.find((s) => rest.startsWith(s));
    if (symbol) {
      push('symbol', symbol, '', symbol.length);
      continue;
    }
    const stray = STRAY.get(c);
    faults.push({
      code: c === '、' ? 'dunhao' : 'stray-character',
      start: from(i),
      end: from(i + 1),
      facts: { written: c, meant: stray ?? '' },
    });
    i++;
  }
  tokens.push(endToken(source.length));
  return { tokens, faults, lookAlikes };
}

function endToken(at: number): Token {
  return { kind: 'end', text: '', unit: '', start: at, end: at };
}

const STRAIGHT = '"＂';
const CURLY = '“”';

/** Replaces look-alikes outside texts; `origin[i]` is the place in the source of plain character i. */
function normalise(source: string, lookAlikes: LookAlike[]): { plain: string; origin: number[] } {
  let plain = '';
  const origin: number[] = [];
  // A text ends with a quote of the shape it began with; input methods may give “ or ” at either end.
  let quotes: string | undefined;
  let before = 0;
  let holdsPlain = false;
  for (let i = 0; i < source.length; i++) {
    const c = source[i] ?? '';
    const opens = quotes === undefined && (STRAIGHT.includes(c) || CURLY.includes(c));
    const closes = quotes?.includes(c) === true;
    let text = c;
    if (opens || closes) text = '"';
    else if (quotes === undefined) text = LOOK_ALIKES.get(c) ?? c;
    // Inside “…” a plain quote would end the text early: it stands for itself, and “ ” can't be rewritten.
    else if (c === '"') text = '\u0000';
    if (opens) {
      quotes = STRAIGHT.includes(c) ? STRAIGHT : CURLY;
      before = lookAlikes.length;
      holdsPlain = false;
    }
    if (quotes === CURLY && STRAIGHT.includes(c)) holdsPlain = true;
    else if (text !== c) lookAlikes.push({ start: i, length: 1, text });
    if (closes) quotes = undefined;
    if (holdsPlain && (closes || i === source.length - 1)) lookAlikes.length = before;
    if (closes) holdsPlain = false;
    for (const p of text) {
      plain += p;
      origin.push(i);
    }
  }
  origin.push(source.length);
  return { plain, origin };
}
