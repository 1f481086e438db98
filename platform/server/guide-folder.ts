import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** A guide folder as it lies on disk: path inside the folder → text, and the digest of them all. */
export interface GuideFolder {
  readonly files: ReadonlyMap<string, string>;
  /** As `guideDigest` computes it. */
  readonly digest: string;
}

/** Bytes of one file, and files of a guide. */
export const MAX_FILE = 2_000_000;
export const MAX_FILES = 2_000;

/**
 * Reads every .yaml file of a guide folder.
 * @returns undefined when there is no such folder
 * @example (await readGuideFolder('guides/jiangsu-2022'))?.files.get('guide.yaml')
 */
export async function readGuideFolder(folder: string): Promise<GuideFolder | undefined> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) return undefined;
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((e) => e.isFile() && e.name.endsWith('.yaml'))
    .map((e) => relative(folder, join(e.parentPath, e.name)).replaceAll('\\', '/'))
    .sort()
    .slice(0, MAX_FILES);
  const texts = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const { size } = await stat(path);
      // A file past the limit is passed on cut, so that the reader reports it by name.
      const text = await readFile(path, 'utf8');
      return [name, size > MAX_FILE ? text.slice(0, MAX_FILE) : text] as const;
    }),
  );
  const files = new Map(texts);
  return { files, digest: guideDigest(files) };
}

/**
 * SHA-256 over path and content of every file of a guide, in path order: what `fuchi publish` prints.
 * @example guideDigest(new Map([['guide.yaml', '指南: …']])) // '5f1c…', 64 hexadecimal digits
 */
export function guideDigest(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const name of [...files.keys()].sort()) {
    const text = files.get(name) ?? '';
    hash.update(`${name}\n${Buffer.byteLength(text)}\n`).update(text);
  }
  return hash.digest('hex');
}
