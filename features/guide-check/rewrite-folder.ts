import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rewrite } from '@fuchi/guide/rewrite';
import type { LoadedGuide } from '@fuchi/platform-server/load-guide';

/** Rewrites the look-alikes of a guide folder in place. @returns a line for each character replaced */
export async function rewriteFolder(folder: string, loaded: LoadedGuide): Promise<string[]> {
  const lines: string[] = [];
  for (const [path, source] of loaded.files) {
    const here = loaded.lookAlikes.filter((l) => l.text.at.file === path);
    if (here.length === 0) continue;
    const { source: rewritten, done } = rewrite(path, source, here);
    if (rewritten !== source) await writeFile(join(folder, path), rewritten);
    for (const { place, written, plain } of done) {
      lines.push(`${place.file}:${place.line}:${place.column} 已改写 ${written} → ${plain}`);
    }
  }
  return lines;
}
