import { parseArgs } from 'node:util';
import type { Command } from '@fuchi/platform-server/command';
import { commandGuide } from '@fuchi/platform-server/command-guide';
import { lineSummary } from './line-summary.ts';

/** `fuchi lines`: what the guide funds. */
export const lines: Command = {
  name: 'lines',
  summary: '列出全部项目类别',
  usage: 'lines [--guide DIR] [--json]',
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { guide: { type: 'string' }, json: { type: 'boolean' } },
    });
    const guide = await commandGuide(values.guide);
    const rows = guide.lines.map((l) => lineSummary(guide, l));
    if (values.json) {
      io.out(JSON.stringify(rows, null, 2));
      return 0;
    }
    const width = Math.max(...rows.map((r) => r.id.length));
    for (const r of rows) {
      const places = r.quota.atMost ?? r.quota.joint?.atMost;
      const quota = places == null ? '' : `，不超过${places}个`;
      io.out(`${r.id.padEnd(width)}  ${r.section}  ${r.title}（${r.mode}${quota}）`);
    }
    return 0;
  },
};
