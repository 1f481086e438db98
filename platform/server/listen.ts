import type { FastifyInstance } from 'fastify';

export interface ListenOptions {
  readonly host: string;
  readonly port: number;
}

const LAST_PORT = 65_535;
const ATTEMPTS = 20;

/** Listens on the port asked for, or the next free one after it; gives the port it got. */
export async function listen(app: FastifyInstance, { host, port }: ListenOptions): Promise<number> {
  const last = Math.min(port + ATTEMPTS, LAST_PORT);
  for (let candidate = port; ; candidate += 1) {
    try {
      const address = await app.listen({ host, port: candidate });
      return Number(new URL(address).port);
    } catch (error) {
      if (!isBusy(error) || candidate >= last) throw error;
    }
  }
}

/** A port number from the environment; throws a sentence for what is none. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > LAST_PORT) {
    throw new RangeError(`PORT 应为 0 到 ${LAST_PORT} 的整数，现为“${text}”`);
  }
  return port;
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
