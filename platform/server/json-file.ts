import { readFile, stat } from 'node:fs/promises';
import { BadUsage } from './command.ts';

const MAX_BYTES = 20_000_000;

/**
 * Reads a JSON file ('-' for standard input) that a person wrote.
 * @throws BadUsage with file, line and column for a file that isn't there, is too large, isn't JSON,
 * or holds a number that a double can't carry digit by digit
 * @example await readJsonFile('facts.json')
 */
export async function readJsonFile(path: string): Promise<unknown> {
  const text = await readText(path);
  const name = path === '-' ? '标准输入' : path;
  const lossy = lossyNumber(text);
  if (lossy) {
    const { line, column } = placeOf(text, lossy.at);
    throw new BadUsage(
      `${name}:${line}:${column} 数值“${lossy.text.slice(0, 40)}”位数太多或带指数，请加引号写成文字`,
    );
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const at = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    const { line, column } = placeOf(text, at === undefined ? text.length : Number(at));
    throw new BadUsage(`${name}:${line}:${column} 不是正确的 JSON`);
  }
}

async function readText(path: string): Promise<string> {
  if (path === '-') {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of process.stdin) {
      const part = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
      size += part.length;
      if (size > MAX_BYTES) throw new BadUsage('标准输入太大');
      chunks.push(part);
    }
    return Buffer.concat(chunks)
      .toString('utf8')
      .replace(/^\uFEFF/, '');
  }
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new BadUsage(`没有这个文件：${path}`);
  if (found.size > MAX_BYTES)
    throw new BadUsage(`文件太大（超过${MAX_BYTES / 1_000_000} MB）：${path}`);
  return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
}

/** A double keeps any 15 significant digits; a number written with more, or with an exponent, might not survive. */
function lossyNumber(text: string): { at: number; text: string } | undefined {
  const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/gs;
  for (const match of text.matchAll(token)) {
    const [written] = match;
    if (written.startsWith('"')) continue;
    const digits = written.replace(/[-+.]/g, '').replace(/^0+/, '');
    if (/e/i.test(written) || digits.length > 15) return { at: match.index, text: written };
  }
  return undefined;
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
