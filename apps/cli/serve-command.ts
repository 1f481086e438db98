import type { Command } from '@fuchi/platform-server/command';
import { serve as start } from '@fuchi/server/serve';

/** `fuchi serve`: the pages and the HTTP service, where PORT and HOST say. */
export const serve: Command = {
  name: 'serve',
  summary:
    '启动网页和接口服务（PORT、HOST、FUCHI_GUIDE、FUCHI_RATE、FUCHI_TRUSTED_PROXIES、FUCHI_WORKERS）',
  usage: 'serve',
  async run(_args, io) {
    await start(process.env, (text) => io.out(text));
    return 0;
  },
};
