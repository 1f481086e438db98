export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly code: 'lossy-number' | 'too-deep' | 'bad-json';
      /** Where in the text, counted in characters. */
      readonly at: number;
      readonly message: string;
    };

/** Deeper than any input of ours; what recurses over a value stays far from the end of the stack. */
const MAX_DEPTH = 32;

/**
 * Parses JSON so that no digit is lost: a number that a double can't carry digit by digit is refused, not rounded.
 * @example parseJsonText('{"a": 1e400}') // { ok: false, code: 'lossy-number', at: 6, … }
 */
export function parseJsonText(text: string): ParsedJson {
  let depth = 0;
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]|-?\d[\d.eE+-]*/gs)) {
    const [token] = match;
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    else if (/^[-\d]/.test(token) && isLossy(token)) {
      const message = `数值“${token.slice(0, 40)}”位数太多或带指数，请加引号写成文字`;
      return { ok: false, code: 'lossy-number', at: match.index, message };
    }
    if (depth > MAX_DEPTH) {
      const message = `嵌套超过${MAX_DEPTH}层`;
      return { ok: false, code: 'too-deep', at: match.index, message };
    }
  }
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    const at = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    const message = '不是正确的 JSON';
    return {
      ok: false,
      code: 'bad-json',
      at: at === undefined ? text.length : Number(at),
      message,
    };
  }
}

/** A double keeps any 15 significant digits; with more, or with an exponent, a number might not survive. */
function isLossy(written: string): boolean {
  const digits = written.replace(/[-+.]/g, '').replace(/^0+/, '');
  return /e/i.test(written) || digits.length > 15;
}
