import { join } from 'node:path';
import { BadUsage } from './command.ts';
import { type LoadedGuide, loadGuide } from './load-guide.ts';
import { programRoot } from './program-root.ts';

/** The guide that ships with the program. */
export const DEFAULT_GUIDE = join(programRoot(), 'guides/jiangsu-2022');

/**
 * The guide a command works on: the folder it was given, or the one that ships with the program.
 * @throws BadUsage when there is none, or when it has faults
 * @example (await commandGuide(values.guide)).lines.length // 28
 */
export async function commandGuide(folder: string | undefined): Promise<LoadedGuide['checked']> {
  const path = folder ?? DEFAULT_GUIDE;
  const loaded = await loadGuide(path);
  if (!loaded) throw new BadUsage(`没有这个指南文件夹：${path}`);
  if (loaded.faults.length > 0) {
    throw new BadUsage(`指南有 ${loaded.faults.length} 处错误，先运行 fuchi check ${path}`);
  }
  return loaded.checked;
}
