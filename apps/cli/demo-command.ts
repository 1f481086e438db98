import { parseArgs } from 'node:util';
import type { Command } from '@fuchi/platform-server/command';
import { openDatabase } from '@fuchi/platform-server/database/open-database';
import { accountTable } from '@fuchi/server/demonstration/account-table';
import { renewPassword } from '@fuchi/server/demonstration/renew-password';
import { joinDatabase } from '@fuchi/server/open-storage';
import { serve } from '@fuchi/server/serve';
import { storageOf } from '@fuchi/server/storage-settings';
import { toldErrors } from './told-error.ts';

/** `fuchi demo`: the portal as a demonstration, with invented data and a clock of its own. */
export const demo: Command = {
  name: 'demo',
  summary: '启动演示环境：示例单位、示例账号、模拟时间',
  usage: 'demo\ndemo --new-password',
  run: (args, io) =>
    toldErrors('demo', io, async () => {
      const { values } = parseArgs({
        args: [...args],
        options: { 'new-password': { type: 'boolean' } },
      });
      if (!values['new-password']) {
        const asked = { mode: 'demonstration', demanded: true } as const;
        await serve(process.env, (text) => io.out(text), asked);
        return 0;
      }
      const database = await joinDatabase(storageOf(process.env));
      const { db, close } = openDatabase(database.url, () => undefined, 2);
      try {
        io.out(accountTable(await renewPassword(db, new Date())));
        return 0;
      } finally {
        await close();
        await database.stop();
      }
    }),
};
