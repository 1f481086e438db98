import { parseArgs } from 'node:util';
import { BadUsage, type Command } from '@fuchi/platform-server/command';
import { readDocumentText } from '@fuchi/platform-server/document-text';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { exposureOf } from './exposure/exposure.ts';
import { traceReport } from './report/trace-json.ts';
import { traceLines } from './report/trace-lines.ts';
import { textSlips } from './slips/text-slips.ts';
import { readText } from './text/read-text.ts';
import { trace } from './trace.ts';

/** `fuchi trace`: every number of a guide's text, and the figure of the data that carries it. */
export const traceCommand: Command = {
  name: 'trace',
  summary: '指南正文里的每个数，数据里载于何处',
  usage: 'trace DIR TEXT [--json]（TEXT 为 .txt 或 .docx）',
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    });
    const [folder, file, ...more] = positionals;
    if (folder === undefined) throw new BadUsage('缺少指南文件夹。');
    if (file === undefined) throw new BadUsage('缺少指南正文的文件。');
    if (more.length > 0) throw new BadUsage('一次只能查一份正文。');
    const loaded = await loadGuide(folder);
    if (!loaded) throw new BadUsage(`没有这个文件夹：${folder}`);
    if (loaded.faults.length > 0) {
      throw new BadUsage(`指南数据有 ${loaded.faults.length} 处错误，先用 fuchi check 改正。`);
    }
    const { guide } = loaded.checked;
    const read = readText(await readDocumentText(file));
    const traced = trace(guide, read);
    const slips = textSlips(guide, read);
    const exposure = exposureOf(guide);
    if (values.json) io.out(JSON.stringify(traceReport(guide, traced, slips, exposure), null, 2));
    else for (const line of traceLines(traced, slips, exposure)) io.out(line);
    return traced.findings.length === 0 ? 0 : 1;
  },
};
