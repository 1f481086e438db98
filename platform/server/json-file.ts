import { readFile, stat } from 'node:fs/promises';
import { BadUsage } from './command.ts';
import { parseJsonText } from './json-text.ts';
import { placeOf } from './text-place.ts';

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
  const parsed = parseJsonText(text);
  if (parsed.ok) return parsed.value;
  const { line, column } = placeOf(text, parsed.at);
  throw new BadUsage(`${name}:${line}:${column} ${parsed.message}`);
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
