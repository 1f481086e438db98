import { parseArgs } from 'node:util';
import type { Command } from '@fuchi/platform-server/command';
import { serve as start } from '@fuchi/server/serve';
import { modeOf } from '@fuchi/server/settings';
import { toldErrors } from './told-error.ts';

/** `fuchi serve`: the portal for real; at the first start it becomes production. */
export const serve: Command = {
  name: 'serve',
  summary: '启动门户和接口服务；初次启动建立正式环境（设置见 README）',
  usage: 'serve',
  run: (args, io) =>
    toldErrors('serve', io, async () => {
      parseArgs({ args: [...args], options: {} });
      await start(process.env, (text) => io.out(text), modeOf(process.env, 'production'));
      return 0;
    }),
};
