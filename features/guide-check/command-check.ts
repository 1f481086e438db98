import type { Command } from '@fuchi/platform-server/command';
import { loadGuide } from '@fuchi/platform-server/load-guide';

export const check: Command = {
  name: 'check',
  summary: '检查指南数据，一次列出所有错误',
  usage: 'check DIR [--fix] [--json]',
  async run(args, io) {
    const folder = args.find((a) => !a.startsWith('--')) ?? '';
    const loaded = await loadGuide(folder);
    if (!loaded) {
      io.err(`fuchi check：没有这个文件夹：${folder}`);
      return 2;
    }
    for (const f of loaded.faults) {
      io.out(`${f.at.file}:${f.at.line}:${f.at.column} ${f.code} ${JSON.stringify(f.facts)}`);
    }
    return loaded.faults.length === 0 ? 0 : 1;
  },
};
