import { parseArgs } from 'node:util';
import { BadUsage, type Command } from '@fuchi/platform-server/command';
import { describe, expect, test } from 'vitest';
import { dispatch, type Loaders } from './dispatch.ts';

const listed: readonly Command[] = [
  command('lines', async (_args, io) => {
    io.out('[]');
    return 0;
  }),
  command('check', async () => 1),
  command('assess', async () => {
    throw new BadUsage('没有“no-such-line”这个项目类别');
  }),
  command('facts', async (args) => {
    parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
    return 0;
  }),
  command('publish', async () => {
    throw new TypeError('Cannot read properties of undefined');
  }),
];
const commands: Loaders = Object.fromEntries(listed.map((c) => [c.name, async () => c]));

describe('fuchi', () => {
  test('runs the command and gives its exit code', async () => {
    expect(await run('lines')).toEqual({ code: 0, out: '[]', err: '' });
    expect(await run('check')).toEqual({ code: 1, out: '', err: '' });
  });

  test('--help lists every command', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    for (const { name } of listed)
      expect(out).toMatch(new RegExp(`^  ${name} +${name} 说明$`, 'm'));
  });

  test('help for one command, asked either way', async () => {
    const asked = await run('help', 'check');
    expect(asked).toEqual({ code: 0, out: 'check 说明\n\n用法：fuchi check DIR', err: '' });
    expect(await run('check', '--help')).toEqual(asked);
    expect(await run('check', '--', '--help')).toEqual({ code: 1, out: '', err: '' });
  });

  test('no command, or an unknown one, is bad usage', async () => {
    expect(await run()).toMatchObject({ code: 2, out: '' });
    expect(await run('asess')).toMatchObject({ code: 2, err: expect.stringContaining('asess') });
  });

  test('bad usage is said with the usage', async () => {
    expect(await run('assess')).toEqual({
      code: 2,
      out: '',
      err: 'fuchi assess：没有“no-such-line”这个项目类别\n用法：fuchi assess DIR',
    });
    expect(await run('facts', '--jsno')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/--jsno.*\n用法/s),
    });
  });

  test('an unexpected fault is one line with a code, and a stack only for who asks', async () => {
    const { code, err } = await run('publish');
    expect(code).toBe(2);
    expect(err).toMatch(/^fuchi publish：程序故障 F-[0-9a-f]{8}，.*$/);
    expect(err).not.toContain('\n');
    const debugged = await dispatchWith(['publish'], true);
    expect(debugged.err).toContain('TypeError: Cannot read');
  });
});

function command(name: string, run: Command['run']): Command {
  return { name, summary: `${name} 说明`, usage: `${name} DIR`, run };
}

function run(...argv: string[]) {
  return dispatchWith(argv, false);
}

async function dispatchWith(argv: readonly string[], debug: boolean) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
  const code = await dispatch(argv, io, { commands, version: '1.2.3', debug });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
