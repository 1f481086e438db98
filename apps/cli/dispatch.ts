import { createHash } from 'node:crypto';
import {
  BadUsage,
  type Command,
  type CommandIo,
  type ExitCode,
} from '@fuchi/platform-server/command';

/** Commands by name, in the order of the overview; each is loaded when it is wanted. */
export type Loaders = Readonly<Record<string, () => Promise<Command>>>;

export interface DispatchOptions {
  readonly commands: Loaders;
  readonly version: string;
  /** Shows the stack of an unexpected fault. */
  readonly debug: boolean;
}

export async function dispatch(
  argv: readonly string[],
  io: CommandIo,
  options: DispatchOptions,
): Promise<ExitCode> {
  const [name, ...args] = argv;
  if (name === '--version') {
    io.out(options.version);
    return 0;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    const topic = await load(options.commands, args[0] ?? '');
    io.out(topic ? commandHelp(topic) : await overview(options.commands));
    return 0;
  }
  if (name === undefined) {
    io.err(await overview(options.commands));
    return 2;
  }
  const command = await load(options.commands, name);
  if (!command) {
    io.err(`fuchi：没有“${name}”这个命令。运行 fuchi --help 查看全部命令。`);
    return 2;
  }
  if (asksForHelp(args)) {
    io.out(commandHelp(command));
    return 0;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    return report(error, command, io, options.debug);
  }
}

async function load(commands: Loaders, name: string): Promise<Command | undefined> {
  return Object.hasOwn(commands, name) ? commands[name]?.() : undefined;
}

/** After `--` an argument is a value, even when it reads like an option. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}

function report(error: unknown, command: Command, io: CommandIo, debug: boolean): ExitCode {
  if (error instanceof BadUsage || isArgumentError(error)) {
    io.err(`fuchi ${command.name}：${error.message}`);
    io.err(usageLines(command));
    return 2;
  }
  reportFault(error, `fuchi ${command.name}`, io, debug);
  return 2;
}

/** What nobody expected: one line with a code, and the stack only for who asks. */
export function reportFault(
  error: unknown,
  who: string,
  io: Pick<CommandIo, 'err'>,
  debug: boolean,
): void {
  io.err(
    `${who}：程序故障 ${faultCode(error)}，请连同命令一并报告。设 FUCHI_DEBUG=1 再运行可看详情。`,
  );
  if (debug) io.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

/** node:util's parseArgs marks what the user mistyped by these codes. */
function isArgumentError(error: unknown): error is Error {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('ERR_PARSE_ARGS_')
  );
}

/** From the fault alone, so that two reports of the same fault can be recognised as one. */
function faultCode(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `F-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}

async function overview(loaders: Loaders): Promise<string> {
  const commands = await Promise.all(Object.values(loaders).map((loader) => loader()));
  const width = Math.max(0, ...commands.map((command) => command.name.length));
  const rows = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return [
    '扶持（Fuchi）：把专项资金申报指南变成可以运行、可以核对的程序。',
    '',
    '用法：fuchi 命令 [参数]',
    ...(rows.length > 0 ? ['', '命令：', ...rows] : []),
    '',
    'fuchi help 命令 说明一个命令；fuchi --version 显示版本。',
    '退出码：0 完成；1 结论为否或发现问题；2 用法或输入有误。',
  ].join('\n');
}

function commandHelp(command: Command): string {
  return `${command.summary}\n\n${usageLines(command)}`;
}

function usageLines(command: Command): string {
  return command.usage
    .split('\n')
    .map((form, index) => `${index === 0 ? '用法：' : '　　　'}fuchi ${form}`)
    .join('\n');
}
