import { fetchJson } from './fetch-json.ts';

/** What kind of portal this is, and its clock. */
export interface PortalState {
  readonly mode: 'demonstration' | 'production';
  /** The server's clock in milliseconds since 1970, when `heardAt` of `performance.now()` was. */
  readonly now: number;
  readonly heardAt: number;
}

/**
 * Asks the portal what it is and what time it is there. On its way the answer ages by half the time it was waited for.
 * @throws when it can't be had
 */
export async function portalState(signal: AbortSignal): Promise<PortalState> {
  const asked = performance.now();
  const told = await fetchJson('/api/portal', signal);
  const heard = performance.now();
  // Read by hand: this stands on every page, and a contract would bring its reader along.
  const { mode, now } = Object(told);
  const at = typeof now === 'string' ? Date.parse(now) : Number.NaN;
  if ((mode !== 'demonstration' && mode !== 'production') || Number.isNaN(at)) {
    throw new Error('/api/portal: no portal');
  }
  return { mode, now: at, heardAt: (asked + heard) / 2 };
}
