import type { CompareOp, Syntax } from './syntax-tree.ts';
import { type LexFault, type LookAlike, lex, type Token } from './token.ts';
import { GrammarFault, TokenCursor } from './token-cursor.ts';
import { BUILTINS, KEYWORDS } from './vocabulary.ts';

export interface ParsedExpression {
  readonly syntax: Syntax | undefined;
  readonly faults: readonly LexFault[];
  readonly lookAlikes: readonly LookAlike[];
}

const COMPARE: readonly string[] = ['=', '!=', '<', '<=', '>', '>='];

/**
 * Parses one expression. Stops at the first fault of grammar; faults of the lexer come all at once.
 * @example parse('20% * 项目总投入').syntax // {kind:'arithmetic', op:'*', …}
 */
export function parse(source: string): ParsedExpression {
  const { tokens, faults, lookAlikes } = lex(source);
  if (faults.length > 0) return { syntax: undefined, faults, lookAlikes };
  try {
    const parser = new Parser(source, tokens);
    return { syntax: parser.whole(), faults, lookAlikes };
  } catch (fault) {
    if (fault instanceof GrammarFault) {
      return { syntax: undefined, faults: [fault.fault], lookAlikes };
    }
    throw fault;
  }
}

class Parser extends TokenCursor {
  whole(): Syntax {
    if (this.peek().kind === 'end') this.fail('empty-expression');
    const syntax = this.expression();
    if (this.peek().kind !== 'end') this.fail('unexpected', { found: this.written() });
    return syntax;
  }

  private expression(): Syntax {
    return this.deeper(() =>
      this.isWord('if') ? this.ifThenElse() : (this.iteration() ?? this.or()),
    );
  }

  private ifThenElse(): Syntax {
    const start = this.next().start;
    const when = this.expression();
    this.word('then');
    const whenTrue = this.expression();
    this.word('else');
    const otherwise = this.expression();
    return this.count({ kind: 'if', when, whenTrue, otherwise, start, end: otherwise.end });
  }

  private iteration(): Syntax | undefined {
    for (const kind of ['some', 'every', 'for'] as const) {
      if (!this.isWord(kind)) continue;
      const start = this.next().start;
      const item = this.next();
      if (item.kind !== 'name' || (KEYWORDS as readonly string[]).includes(item.text)) {
        this.fail('expected-name', { found: this.written(item) }, item);
      }
      this.word('in');
      const list = this.additive();
      this.word(kind === 'for' ? 'return' : 'satisfies');
      const body = this.expression();
      return this.count({ kind, item: item.text, list, body, start, end: body.end });
    }
    return undefined;
  }

  private or(): Syntax {
    return this.chain('or', () => this.chain('and', () => this.comparison()));
  }

  private chain(kind: 'and' | 'or', part: () => Syntax): Syntax {
    const first = part();
    if (!this.isWord(kind)) return first;
    const items = [first];
    while (this.isWord(kind)) {
      this.next();
      items.push(this.isWord('if') || this.isIteration() ? this.expression() : part());
    }
    return this.count({
      kind,
      items,
      start: first.start,
      end: items[items.length - 1]?.end ?? first.end,
    });
  }

  private isIteration(): boolean {
    return this.isWord('some') || this.isWord('every') || this.isWord('for');
  }

  private comparison(): Syntax {
    const left = this.additive();
    const token = this.peek();
    if (token.kind === 'symbol' && COMPARE.includes(token.text)) {
      this.next();
      const reading = this.readingSuffix(token);
      const right = this.additive();
      if (this.peek().kind === 'symbol' && COMPARE.includes(this.peek().text)) {
        this.fail('chained-comparison');
      }
      const op = token.text as CompareOp;
      return this.count({
        kind: 'compare',
        op,
        reading,
        left,
        right,
        start: left.start,
        end: right.end,
      });
    }
    if (this.isWord('between')) {
      this.next();
      const from = this.additive();
      this.word('and');
      const to = this.additive();
      const range: Syntax = {
        kind: 'range',
        from,
        to,
        fromOpen: false,
        toOpen: false,
        start: from.start,
        end: to.end,
      };
      return this.count({ kind: 'in', of: left, tests: [range], start: left.start, end: to.end });
    }
    if (this.isWord('in')) {
      this.next();
      const tests = this.tests();
      const end = this.tokens[this.at - 1]?.end ?? left.end;
      return this.count({ kind: 'in', of: left, tests, start: left.start, end });
    }
    return left;
  }

  /** `>=[G1]`: inclusive under the default reading, strict under the other. No space before the bracket. */
  private readingSuffix(operator: Token): string {
    const bracket = this.peek();
    if (!this.isSymbol('[') || bracket.start !== operator.end) return '';
    if (operator.text !== '<=' && operator.text !== '>=') {
      this.fail('reading-on-operator', { written: operator.text }, operator);
    }
    this.next();
    const id = this.readingId();
    this.symbol(']');
    return id;
  }

  /** Reading ids are `G1` or `A13.6`; the lexer has cut the latter into name, point and number. */
  private readingId(): string {
    const name = this.next();
    if (name.kind !== 'name') this.fail('expected-reading', { found: this.written(name) }, name);
    if (!this.isSymbol('.')) return name.text;
    this.next();
    const number = this.next();
    if (number.kind !== 'number' || number.unit !== '') {
      this.fail('expected-reading', { found: this.written(number) }, number);
    }
    return `${name.text}.${number.text}`;
  }

  /** Behind `in`: a range, a period, a value, or a list of these. */
  private tests(): Syntax[] {
    if (!this.isSymbol('[') && !this.isSymbol('(')) return [this.rangeAfter(this.additive())];
    const open = this.next();
    const from = this.additive();
    let first = from;
    if (this.isSymbol('..')) {
      const bare = this.rangeAfter(from);
      if (bare.kind === 'range' && (this.isSymbol(']') || this.isSymbol(')'))) {
        const close = this.next();
        const fromOpen = open.text === '(';
        const toOpen = close.text === ')';
        return [{ ...bare, fromOpen, toOpen, start: open.start, end: close.end }];
      }
      first = bare;
    }
    const tests = [first];
    while (this.isSymbol(',')) {
      this.next();
      tests.push(this.rangeAfter(this.additive()));
    }
    this.symbol(open.text === '[' ? ']' : ')');
    return tests;
  }

  private rangeAfter(from: Syntax): Syntax {
    if (!this.isSymbol('..')) return from;
    this.next();
    const to = this.additive();
    return this.count({
      kind: 'range',
      from,
      to,
      fromOpen: false,
      toOpen: false,
      start: from.start,
      end: to.end,
    });
  }

  private additive(): Syntax {
    return this.leftAssociative(['+', '-'], () =>
      this.leftAssociative(['*', '/'], () => this.unary()),
    );
  }

  private leftAssociative(ops: readonly ('+' | '-' | '*' | '/')[], part: () => Syntax): Syntax {
    let left = part();
    for (;;) {
      const op = ops.find((o) => this.isSymbol(o));
      if (op === undefined) return left;
      this.next();
      const right = part();
      left = this.count({ kind: 'arithmetic', op, left, right, start: left.start, end: right.end });
    }
  }

  private unary(): Syntax {
    if (!this.isSymbol('-')) return this.postfix();
    const start = this.next().start;
    const of = this.deeper(() => this.unary());
    return this.count({ kind: 'negate', of, start, end: of.end });
  }

  private postfix(): Syntax {
    let node = this.primary();
    for (;;) {
      if (this.isSymbol('.')) {
        this.next();
        const name = this.next();
        if (name.kind !== 'name') this.fail('expected-name', { found: this.written(name) }, name);
        node = this.count({
          kind: 'path',
          of: node,
          name: name.text,
          nameStart: name.start,
          start: node.start,
          end: name.end,
        });
      } else if (this.isSymbol('[')) {
        this.next();
        const keep = this.expression();
        const close = this.symbol(']');
        node = this.count({ kind: 'filter', list: node, keep, start: node.start, end: close.end });
      } else return node;
    }
  }

  private primary(): Syntax {
    const token = this.next();
    const { start, end } = token;
    if (token.kind === 'number') {
      return this.count({ kind: 'number', text: token.text, unit: token.unit, start, end });
    }
    if (token.kind === 'date') {
      return this.count({ kind: 'date', text: token.text, start, end });
    }
    if (token.kind === 'text') return this.count({ kind: 'text', text: token.text, start, end });
    if (token.kind === 'symbol' && token.text === '(') {
      const inner = this.expression();
      this.symbol(')');
      return inner;
    }
    if (token.kind !== 'name') this.fail('unexpected', { found: this.written(token) }, token);
    if (token.text === 'true' || token.text === 'false') {
      return this.count({ kind: 'bool', value: token.text === 'true', start, end });
    }
    if (token.text === 'none') return this.count({ kind: 'none', start, end });
    if (token.text === 'default') {
      this.symbol('(');
      const id = this.readingId();
      const close = this.symbol(')');
      return this.count({ kind: 'reading', id, start, end: close.end });
    }
    this.at--;
    return this.callOrName();
  }

  private callOrName(): Syntax {
    const first = this.peek();
    for (let words = 3; words >= 1; words--) {
      if (!this.isSymbol('(', words)) continue;
      const parts = Array.from({ length: words }, (_, i) => this.peek(i));
      if (parts.some((p) => p.kind !== 'name')) continue;
      const name = parts.map((p) => p.text).join(' ');
      // Only a function of the language may have several words: `a and min(…)` is no call of `a and min`.
      if (words > 1 && !(BUILTINS as readonly string[]).includes(name)) continue;
      this.at += words;
      return this.call(name, first.start);
    }
    this.next();
    if ((KEYWORDS as readonly string[]).includes(first.text)) {
      this.fail('keyword-as-name', { found: this.written(first) }, first);
    }
    return this.count({ kind: 'name', name: first.text, start: first.start, end: first.end });
  }

  private call(name: string, start: number): Syntax {
    this.symbol('(');
    const args: Syntax[] = [];
    if (!this.isSymbol(')')) {
      args.push(this.expression());
      while (this.isSymbol(',')) {
        this.next();
        args.push(this.expression());
      }
    }
    const close = this.symbol(')');
    return this.count({ kind: 'call', name, args, start, end: close.end });
  }
}
