import { localDay } from '@fuchi/platform-server/clock/local-day';

const DAY = 86_400_000;

/** Midnight where the fund is run. @example startOf('2022-03-16') // 2022-03-15T16:00:00Z */
export function startOf(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/** @example dayAfter('2022-02-28') // '2022-03-01' */
export function dayAfter(day: string): string {
  return localDay(new Date(startOf(day).getTime() + DAY));
}
