import { parseArgs } from 'node:util';
import { BadUsage, type Command, type CommandIo } from '@fuchi/platform-server/command';
import { commandGuide } from '@fuchi/platform-server/command-guide';
import { assessLine } from '@fuchi/policy/assess/assess-line';
import type { InputFault } from '@fuchi/policy/facts/given';
import { faultText } from '@fuchi/ui/facts/fault-text';
import { regionsFrom } from '@fuchi/values/region';
import { assessmentText, screeningText } from './assessment-text.ts';
import { factsOf, lineOf, readingsOf, roundOf } from './command-input.ts';
import { writeReport } from './command-report.ts';
import { readRequest } from './read-request.ts';

/** `fuchi assess LINE --facts FILE`, or `--all` to screen every line. */
export const assess: Command = {
  name: 'assess',
  summary: '按指南评估一个申报单位：是否符合、补助上限、依据的条款',
  usage: [
    'assess LINE --facts FILE [--round FILE] [--as-of DATE] [--reading ID=other]… [--guide DIR] [--json]',
    'assess --all --facts FILE [--round FILE] [--as-of DATE] [--reading ID=other]… [--guide DIR] [--json] [--out FILE.pdf|FILE.docx]',
  ].join('\n'),
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        all: { type: 'boolean' },
        facts: { type: 'string' },
        round: { type: 'string' },
        'as-of': { type: 'string' },
        reading: { type: 'string', multiple: true },
        guide: { type: 'string' },
        json: { type: 'boolean' },
        out: { type: 'string' },
      },
    });
    if (positionals.length > 1) throw new BadUsage('一次只评估一个项目类别');
    if (values.all && positionals.length > 0) throw new BadUsage('--all 与项目类别不能同时给');
    if (values.out !== undefined && !values.all) {
      throw new BadUsage('--out 写的是全部项目类别的自测报告，应与 --all 同时给');
    }
    const guide = await commandGuide(values.guide);
    const wanted = values.all ? guide.lines.map((l) => l.id) : [lineOf(guide, positionals[0]).id];
    const readings = readingsOf(values.reading ?? []);
    const round = await roundOf(guide, values.round);
    const { question, faults } = readRequest(guide, {
      facts: await factsOf(values.facts),
      round,
      asOf: values['as-of'],
      readings,
    });
    const regions = regionsFrom(guide.guide.regions);
    if (!regions.ok) throw new Error(`the guide's regions don't read: ${regions.code}`);
    const answers = wanted.map((id) => assessLine(guide, regions.value, id, question));
    const all = [...faults, ...(answers[0]?.faults ?? [])];
    if (all.length > 0) return reportFaults(all, values.json === true, io);
    const results = answers.flatMap((a) => a.assessment ?? []);
    if (values.out !== undefined) {
      await writeReport({ guide, regions: regions.value, question, results, out: values.out });
    }
    if (values.all) {
      io.out(values.json ? JSON.stringify(results, null, 2) : screeningText(results));
      return 0;
    }
    for (const a of results)
      io.out(values.json ? JSON.stringify(a, null, 2) : assessmentText(a, guide));
    return results.some((a) => a.verdict === 'ineligible') ? 1 : 0;
  },
};

function reportFaults(faults: readonly InputFault[], json: boolean, io: CommandIo): 2 {
  const told = faults.map((f) => ({ path: f.path, code: f.code, message: faultText(f) }));
  if (json) io.out(JSON.stringify({ faults: told }, null, 2));
  for (const f of told) io.err(`${f.path === '' ? '输入' : f.path}：${f.message}`);
  return 2;
}
