import { localDay } from '../clock/local-day.ts';

const DAY = 86_400_000;

/**
 * Every day at a time of the place where the fund is run.
 * @param time 00:05
 * @example dailyAt('00:05')(new Date('2022-03-16T01:00:00Z')) // 2022-03-17 00:05 there, 2022-03-16T16:05:00Z
 */
export function dailyAt(time: string): (after: Date) => Date {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError('not a time of day');
  return (after) => {
    const today = new Date(`${localDay(after)}T${time}:00+08:00`);
    return today > after ? today : new Date(today.getTime() + DAY);
  };
}
