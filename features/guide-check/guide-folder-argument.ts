import { BadUsage } from '@fuchi/platform-server/command';
import { type LoadedGuide, loadGuide } from '@fuchi/platform-server/load-guide';

/**
 * Loads the guide folder a command names.
 * @throws BadUsage when none, several or no folder is named
 */
export async function guideFolderArgument(
  positionals: readonly string[],
): Promise<{ folder: string; loaded: LoadedGuide }> {
  const [folder, ...more] = positionals;
  if (folder === undefined) throw new BadUsage('缺少指南文件夹。');
  if (more.length > 0) throw new BadUsage('一次只能查一个文件夹。');
  const loaded = await loadGuide(folder);
  if (!loaded) throw new BadUsage(`没有这个文件夹：${folder}`);
  return { folder, loaded };
}
