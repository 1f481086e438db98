import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { restore as bringBack, demandBackup } from '@fuchi/platform-server/backup/restore';
import { BadUsage, type Command } from '@fuchi/platform-server/command';
import { startEmbedded } from '@fuchi/platform-server/database/embedded-server';
import { readMigrations } from '@fuchi/platform-server/database/migrations';
import { openFileStore } from '@fuchi/platform-server/files/file-store';
import { type StorageSettings, storageOf } from '@fuchi/server/storage-settings';
import { lostText, totals } from './backup-command.ts';
import { toldErrors } from './told-error.ts';

/** `fuchi restore`: a backup into an empty place. */
export const restore: Command = {
  name: 'restore',
  summary: '把备份恢复到空的数据目录或数据库',
  usage: 'restore 备份的目录 [--into 数据目录] [--json]',
  run: (args, io) =>
    toldErrors('restore', io, async () => {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { into: { type: 'string' }, json: { type: 'boolean' } },
      });
      const [folder, ...more] = positionals;
      if (folder === undefined || more.length > 0) throw new BadUsage('请给出备份的目录。');
      const settings = settingsOf(values.into);
      const migrations = await readMigrations();
      // Before a database is made for it.
      await demandBackup(resolve(folder), migrations);
      await demandEmpty(settings);
      const server =
        settings.databaseUrl === undefined ? await startEmbedded(settings.data) : undefined;
      try {
        const url = server?.url ?? settings.databaseUrl ?? '';
        const files = await openFileStore(settings.files);
        const into = { url, files, keyFile: settings.keyFile };
        const manifest = await bringBack(resolve(folder), into, migrations);
        const told = totals(manifest);
        io.out(values.json ? JSON.stringify(told, null, 2) : restoredText(settings, told));
        return told.lost.length === 0 ? 0 : 1;
      } finally {
        await server?.stop();
      }
    }),
};

/** A named folder is one of its own: nothing of the settings of the portal that runs here applies to it. */
function settingsOf(into: string | undefined): StorageSettings {
  return storageOf(into === undefined ? process.env : { FUCHI_DATA: resolve(into) });
}

async function demandEmpty({ data, databaseUrl, files }: StorageSettings): Promise<void> {
  for (const folder of databaseUrl === undefined ? [data, files] : [files]) {
    const there = await readdir(folder).catch(() => []);
    if (there.length === 0) continue;
    throw new Error(`${folder} isn't empty. ${folder} 里已有内容，只能恢复到空的目录。`);
  }
}

function restoredText(settings: StorageSettings, told: ReturnType<typeof totals>): string {
  const to = settings.databaseUrl === undefined ? settings.data : '数据库';
  return [
    `已恢复到${settings.databaseUrl === undefined ? ` ${to}` : to}：${told.tables}张表${told.rows}行，${told.files}个文件，备份于 ${told.takenAt}。`,
    ...lostText(told.lost),
  ].join('\n');
}
