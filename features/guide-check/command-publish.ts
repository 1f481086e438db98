import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { BadUsage, type Command } from '@fuchi/platform-server/command';
import { guideToJson } from '@fuchi/policy/guide-json';
import { allFaults, faultsOfCases } from '@fuchi/record-guide-version/all-faults';
import { faultLine } from '@fuchi/record-guide-version/guide-fault';
import { guideFolderArgument } from './guide-folder-argument.ts';

/** `fuchi publish`: the version and digest of a guide without faults whose worked cases all come out, and the checked guide for pages. */
export const publish: Command = {
  name: 'publish',
  summary: '给检查无误、例都对的指南定版，显示版本和摘要',
  usage: 'publish DIR [--out FILE] [--json]',
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' }, json: { type: 'boolean' } },
    });
    const { loaded } = await guideFolderArgument(positionals);
    const own = allFaults(loaded);
    const faults = own.length > 0 ? own : faultsOfCases(loaded);
    if (faults.length > 0) {
      for (const fault of faults) io.err(faultLine(fault));
      io.err(`共 ${faults.length} 处错误，改正后才能定版。`);
      return 1;
    }
    const { id, version, digest } = loaded.checked.guide;
    if (values.out !== undefined) await writeOut(values.out, guideToJson(loaded.checked));
    io.out(
      values.json
        ? JSON.stringify({ id, version, digest }, null, 2)
        : `指南 ${id}\n版本 ${version}\n摘要 ${digest}`,
    );
    return 0;
  },
};

async function writeOut(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch {
    throw new BadUsage(`不能写入 ${file}`);
  }
}
