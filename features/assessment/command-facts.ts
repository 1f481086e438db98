import { parseArgs } from 'node:util';
import type { Command } from '@fuchi/platform-server/command';
import { commandGuide } from '@fuchi/platform-server/command-guide';
import { compile } from '@fuchi/policy/assess/program';
import { lineOf, readingsOf } from './command-input.ts';
import { describeFact, type FactDescription } from './fact-description.ts';

/** `fuchi facts LINE`: what the line asks, under the default readings or those named. */
export const facts: Command = {
  name: 'facts',
  summary: '列出一个项目类别要问的申报事实',
  usage: 'facts LINE [--reading ID=other]… [--guide DIR] [--json]',
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        guide: { type: 'string' },
        json: { type: 'boolean' },
        reading: { type: 'string', multiple: true },
      },
    });
    const guide = await commandGuide(values.guide);
    const line = lineOf(guide, positionals[0]);
    const chosen = Object.entries(readingsOf(values.reading ?? []));
    const otherReadings = chosen.filter(([, choice]) => choice === 'other').map(([id]) => id);
    const program = compile(guide, line.id, { otherReadings, call: [] });
    const asked = (program?.asked ?? []).flatMap((id) => guide.facts[id] ?? []);
    const told = asked.map((f) => describeFact(guide, f));
    if (values.json) io.out(JSON.stringify(told, null, 2));
    else for (const f of told) io.out(factText(f, '', '  '));
    return 0;
  },
};

function factText(f: FactDescription, mark: string, indent: string): string {
  const unit = f.unit === null ? '' : `，${f.unit}`;
  const options = f.options ? `：${f.options.join('／')}` : '';
  const head = `${mark}${f.id}  ${f.label}（${f.type}${unit}${options}）`;
  const columns = (f.columns ?? []).map((c) => factText(c, `${indent}· `, `${indent}  `));
  return [head, ...columns].join('\n');
}
