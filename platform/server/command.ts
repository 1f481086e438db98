/** 0 done; 1 the answer is no or faults were found; 2 bad usage or input. */
export type ExitCode = 0 | 1 | 2;

/** Where a command writes. Each call is one text; the newline at its end is added. */
export interface CommandIo {
  out(text: string): void;
  err(text: string): void;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What follows `fuchi` on the command line, one form per line. */
  readonly usage: string;
  run(args: readonly string[], io: CommandIo): Promise<ExitCode>;
}

/** Thrown by a command for arguments or files it can't accept: the message is shown with the usage, exit 2. */
export class BadUsage extends Error {
  override name = 'BadUsage';
}
