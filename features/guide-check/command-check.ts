import { parseArgs } from 'node:util';
import type { Command } from '@fuchi/platform-server/command';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { allFaults, faultsOfCases, guideFaults } from '@fuchi/record-guide-version/all-faults';
import { faultLine } from '@fuchi/record-guide-version/guide-fault';
import { guideFolderArgument } from './guide-folder-argument.ts';
import { rewriteFolder } from './rewrite-folder.ts';

/**
 * `fuchi check`: all faults of a guide at once; with --fix look-alike characters are rewritten first; with --cases
 * its worked cases are read and, if nothing is wrong, run too, which takes seconds.
 */
export const check: Command = {
  name: 'check',
  summary: '检查指南数据，一次列出所有错误；加 --cases 时连同所有的例',
  usage: 'check DIR [--cases] [--fix] [--json]',
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        cases: { type: 'boolean' },
        fix: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
    let { folder, loaded } = await guideFolderArgument(positionals);
    const rewritten = values.fix ? await rewriteFolder(folder, loaded) : [];
    if (rewritten.length > 0) loaded = (await loadGuide(folder)) ?? loaded;
    const own = values.cases ? allFaults(loaded) : guideFaults(loaded);
    const run = values.cases && own.length === 0;
    const faults = run ? faultsOfCases(loaded) : own;
    if (values.json) {
      for (const line of rewritten) io.err(line);
      io.out(JSON.stringify(faults, null, 2));
      return faults.length === 0 ? 0 : 1;
    }
    for (const line of rewritten) io.out(line);
    if (values.fix) io.out(`改写 ${rewritten.length} 处。`);
    for (const fault of faults) io.out(faultLine(fault));
    io.out(faults.length === 0 ? '没有错误。' : `共 ${faults.length} 处错误。`);
    if (values.cases && !run) io.out('例还没有运行：先改正以上错误。');
    return faults.length === 0 ? 0 : 1;
  },
};
