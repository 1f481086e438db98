import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { BadUsage } from './command.ts';

const MAX_BYTES = 50_000_000;

/**
 * The text of a document: of .txt as it stands, of .docx its paragraphs, each on a line of its own.
 * Numbers that Word counts by itself aren't text and don't appear; typed ones do.
 * @throws BadUsage for a file that isn't there, is too large, can't be read, or is of another kind
 * @example await readDocumentText('guide-2022.docx')
 */
export async function readDocumentText(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new BadUsage(`没有这个文件：${path}`);
  if (found.size > MAX_BYTES) {
    throw new BadUsage(`文件太大（超过${MAX_BYTES / 1_000_000} MB）：${path}`);
  }
  const bytes = await readFile(path);
  switch (extname(path).toLowerCase()) {
    case '.txt':
      return plainText(bytes, path);
    case '.docx':
      return wordText(bytes, path);
    case '.pdf':
      throw new BadUsage(`不读 .pdf，请先另存为 .docx 或 .txt：${path}`);
    default:
      throw new BadUsage(`只读 .txt 和 .docx：${path}`);
  }
}

function plainText(bytes: Buffer, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadUsage(`不是 UTF-8 文字，请另存为 UTF-8：${path}`);
  }
}

async function wordText(buffer: Buffer, path: string): Promise<string> {
  try {
    // Loaded for a .docx only: every other command starts without it.
    const { default: mammoth } = await import('mammoth');
    const { value } = await mammoth.extractRawText({ buffer });
    return value;
  } catch {
    throw new BadUsage(`读不出这份 .docx：${path}`);
  }
}
