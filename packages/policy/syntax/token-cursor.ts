import type { Syntax } from './syntax-tree.ts';
import type { LexFault, Token } from './token.ts';

/** Deepest nesting and most nodes of one expression: a formula bomb is refused, not evaluated. */
const MAX_DEPTH = 40;
const MAX_NODES = 600;

/** Carries a grammar fault out of the recursion; never leaves the parser. */
export class GrammarFault extends Error {
  readonly fault: LexFault;
  constructor(fault: LexFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** Walks over the tokens of one expression, and keeps its nesting and size within bounds. */
export class TokenCursor {
  private readonly source: string;
  protected readonly tokens: readonly Token[];
  protected at = 0;
  private depth = 0;
  private nodes = 0;

  constructor(source: string, tokens: readonly Token[]) {
    this.source = source;
    this.tokens = tokens;
  }

  protected peek(ahead = 0): Token {
    const token = this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)];
    if (token === undefined) throw new RangeError('a token list ends with an end token');
    return token;
  }

  protected next(): Token {
    const token = this.peek();
    if (this.at < this.tokens.length - 1) this.at++;
    return token;
  }

  protected isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'name' && token.text === word;
  }

  protected isSymbol(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'symbol' && token.text === symbol;
  }

  protected word(word: string): void {
    if (!this.isWord(word)) this.fail('expected', { wanted: word, found: this.written() });
    this.next();
  }

  protected symbol(symbol: string): Token {
    if (!this.isSymbol(symbol)) this.fail('expected', { wanted: symbol, found: this.written() });
    return this.next();
  }

  /** A token as its author wrote it, with its unit; '' at the end. */
  protected written(token = this.peek()): string {
    return this.source.slice(token.start, token.end);
  }

  protected fail(code: string, facts: Record<string, string> = {}, token = this.peek()): never {
    throw new GrammarFault({ code, start: token.start, end: token.end, facts });
  }

  /** Parses a part one level further down. */
  protected deeper<S>(part: () => S): S {
    if (++this.depth > MAX_DEPTH) this.fail('expression-too-deep', { limit: String(MAX_DEPTH) });
    const parsed = part();
    this.depth--;
    return parsed;
  }

  protected count<S extends Syntax>(node: S): S {
    if (++this.nodes > MAX_NODES) this.fail('expression-too-big', { limit: String(MAX_NODES) });
    return node;
  }
}
