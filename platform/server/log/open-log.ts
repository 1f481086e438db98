import { type Logger, pino } from 'pino';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'off'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** One line of JSON for each thing that happened. */
export interface Log {
  readonly logger: Logger;
  /** A fault of the program. */
  report(text: string): void;
  /** From now on. */
  level(level: LogLevel): void;
}

/**
 * A log that says what happened and never with whom: no address, no header, no cookie, no body, and of a path only its
 * pattern. Whatever Fastify or a library would add of a request is left out here, in one place.
 * @example openLog(process.stderr, 'info').report('the disk is full');
 */
export function openLog(to: { write(line: string): void }, level: LogLevel): Log {
  const logger = pino(
    {
      level: pinoLevel(level),
      base: null,
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      messageKey: 'says',
      formatters: { level: (label) => ({ level: label }) },
      serializers: { req: nothing, res: nothing, err: faultName },
    },
    to,
  );
  return {
    logger,
    report: (text) => logger.error(text),
    level: (next) => {
      logger.level = pinoLevel(next);
    },
  };
}

function pinoLevel(level: LogLevel): string {
  return level === 'off' ? 'silent' : level;
}

function nothing(): undefined {
  return undefined;
}

/** Its kind and code: its words may repeat what somebody sent. */
function faultName(error: unknown): object | undefined {
  if (!(error instanceof Error)) return undefined;
  const code: unknown = Reflect.get(error, 'code');
  return { name: error.name, ...(typeof code === 'string' && { code }) };
}
