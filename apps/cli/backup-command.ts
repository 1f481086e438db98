import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUp } from '@fuchi/platform-server/backup/backup';
import type { BackupManifest } from '@fuchi/platform-server/backup/backup-manifest';
import { BadUsage, type Command } from '@fuchi/platform-server/command';
import { openFileStore } from '@fuchi/platform-server/files/file-store';
import { joinDatabase } from '@fuchi/server/open-storage';
import { storageOf } from '@fuchi/server/storage-settings';
import { toldErrors } from './told-error.ts';

/** `fuchi backup`: everything that is kept, as it is at one moment; the portal may run meanwhile. */
export const backup: Command = {
  name: 'backup',
  summary: '备份数据库、文件和密钥，门户可以照常运行',
  usage: 'backup 目录 [--earlier 前一次备份的目录] [--json]',
  run: (args, io) =>
    toldErrors('backup', io, async () => {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { earlier: { type: 'string' }, json: { type: 'boolean' } },
      });
      const [folder, ...more] = positionals;
      if (folder === undefined || more.length > 0) throw new BadUsage('请给出一个目录。');
      const settings = storageOf(process.env);
      const database = await joinDatabase(settings);
      try {
        const files = await openFileStore(settings.files);
        const source = { url: database.url, files, keyFile: settings.keyFile };
        const { earlier } = values;
        const options = { takenAt: new Date(), ...(earlier !== undefined && { earlier }) };
        const manifest = await backUp(source, resolve(folder), options);
        const told = totals(manifest);
        io.out(
          values.json
            ? JSON.stringify({ folder: resolve(folder), ...told }, null, 2)
            : backupText(resolve(folder), told),
        );
        return told.lost.length === 0 ? 0 : 1;
      } finally {
        await database.stop();
      }
    }),
};

/** What a backup holds, in numbers. */
export function totals({ takenAt, tables, files, jobs, lost }: BackupManifest) {
  return {
    takenAt,
    tables: tables.length,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    jobs: jobs.rows,
    lost,
  };
}

/** Of files that aren't there: what a person does about them. */
export function lostText(lost: readonly string[]): string[] {
  if (lost.length === 0) return [];
  return [
    `有${lost.length}个文件在文件库里缺失或损坏，没有备份到，请从较早的备份里找回：`,
    ...lost.map((digest) => `  ${digest}`),
  ];
}

function backupText(folder: string, told: ReturnType<typeof totals>): string {
  return [
    `已备份到 ${folder}：${told.tables}张表${told.rows}行，${told.files}个文件${told.bytes}字节。`,
    '里面有密钥，请像密码一样保管。',
    ...lostText(told.lost),
  ].join('\n');
}
