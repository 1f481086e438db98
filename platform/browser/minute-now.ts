import { today } from './today.ts';

/** The browser's own day and minute, as 2026-11-28 14:32: for what is shown, never for what is decided. */
export function minuteNow(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${today()} ${two(now.getHours())}:${two(now.getMinutes())}`;
}
