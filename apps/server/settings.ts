import { isIP } from 'node:net';
import { ANSWERS_A_MINUTE, REQUESTS_A_MINUTE } from '@fuchi/platform-server/limits';
import { LOG_LEVELS, type LogLevel } from '@fuchi/platform-server/log/open-log';
import type { PortalMode } from '@fuchi/platform-server/portal-mode/portal-state';
import type { Rates } from '@fuchi/platform-server/rate-limit';
import { FEWEST_WORKERS } from './assessors.ts';
import type { AskedMode } from './first-start.ts';

type Env = Readonly<Record<string, string | undefined>>;

const MOST = 1_000_000;
const MOST_WORKERS = 64;

/**
 * How many requests a minute one client may make: FUCHI_RATE, as `600` or `600,120` (look-ups, assessments).
 * @throws a sentence for what is none
 */
export function ratesOf(env: Env): Rates {
  const text = env['FUCHI_RATE'] ?? '';
  if (text === '') return { ready: REQUESTS_A_MINUTE, answers: ANSWERS_A_MINUTE };
  const [ready = Number.NaN, answers = ready, ...rest] = text.split(',').map(countOf);
  if (rest.length > 0 || Number.isNaN(ready) || Number.isNaN(answers)) {
    throw new RangeError(
      `FUCHI_RATE 应为每分钟的次数，如“600”或“600,120”（查询、评估），现为“${text}”`,
    );
  }
  return { ready, answers };
}

/**
 * The proxies in front of the portal: FUCHI_TRUSTED_PROXIES, addresses or networks with commas between. Only their
 * word on who the client is counts; without the setting everybody behind a proxy counts as one client.
 * @throws a sentence for what is no address
 */
export function trustedProxiesOf(env: Env): readonly string[] {
  const named = (env['FUCHI_TRUSTED_PROXIES'] ?? '').split(',').map((part) => part.trim());
  const proxies = named.filter((part) => part !== '');
  const wrong = proxies.find((part) => !isNetwork(part));
  if (wrong === undefined) return proxies;
  throw new RangeError(
    `FUCHI_TRUSTED_PROXIES 应为代理服务器的地址或网段，如“127.0.0.1,10.0.0.0/8”，现有“${wrong}”`,
  );
}

/**
 * How many threads assess: FUCHI_WORKERS, 2 to 64; as many as the machine has use for without it.
 * @throws a sentence for what is none
 */
export function workersOf(env: Env): number | undefined {
  const text = env['FUCHI_WORKERS'] ?? '';
  if (text === '') return undefined;
  const workers = countOf(text);
  if (workers >= FEWEST_WORKERS && workers <= MOST_WORKERS) return workers;
  throw new RangeError(
    `FUCHI_WORKERS 应为 ${FEWEST_WORKERS} 到 ${MOST_WORKERS} 的整数，现为“${text}”`,
  );
}

/**
 * What the portal shall be: FUCHI_MODE, which is then demanded; without it what lies there, and at the first start the
 * usual of the command that starts it (ADR 0011).
 * @throws a sentence for another mode
 */
export function modeOf(env: Env, usual: PortalMode): AskedMode {
  const text = env['FUCHI_MODE'] ?? '';
  if (text === '') return { mode: usual, demanded: false };
  if (text === 'demonstration' || text === 'production') return { mode: text, demanded: true };
  throw new RangeError(`FUCHI_MODE 应为 demonstration（演示）或 production（正式），现为“${text}”`);
}

/**
 * What is written to the log: FUCHI_LOG. Without it production writes down every request, the demonstration faults.
 * @throws a sentence for no level
 */
export function logLevelOf(env: Env, mode: PortalMode): LogLevel {
  const text = env['FUCHI_LOG'] ?? '';
  if (text === '') return mode === 'production' ? 'info' : 'warn';
  const level = LOG_LEVELS.find((one) => one === text);
  if (level) return level;
  throw new RangeError(`FUCHI_LOG 应为 ${LOG_LEVELS.join('、')} 之一，现为“${text}”`);
}

function countOf(text: string): number {
  const count = /^\s*\d{1,7}\s*$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= MOST ? count : Number.NaN;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const kind = isIP(address);
  if (kind === 0 || rest.length > 0) return false;
  // All addresses at once would let every client choose who it is.
  return (
    bits === undefined ||
    (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (kind === 4 ? 32 : 128))
  );
}
