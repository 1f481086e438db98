import { setTimeout as wait } from 'node:timers/promises';

/**
 * Waits until so many milliseconds have passed since `started` (`performance.now()`): how long an answer takes then
 * tells nothing of what was found.
 */
export async function waitSince(started: number, milliseconds: number): Promise<void> {
  await wait(Math.max(0, started + milliseconds - performance.now()));
}
