import type { ClockKind } from '@fuchi/record-round/contract';
import { formatDate, parseDate } from '@fuchi/values/date';

/** A moment as it is entered: a day and a time where the fund is run. */
export interface ClockEntry {
  /** 2022-04-15. */
  readonly day: string;
  /** 17:00; 24:00 for what ends with the day. */
  readonly time: string;
}

/** The fund is run by Beijing time, which has known no summer time since 1991. */
const ZONE = '+08:00';
const HOURS = 8 * 3_600_000;

/**
 * A moment as it is entered. What ends at midnight ends with the day before.
 * @example clockEntry('2022-04-16T00:00:00+08:00', 'applicant') // { day: '2022-04-15', time: '24:00' }
 */
export function clockEntry(at: string, kind: ClockKind): ClockEntry {
  const local = new Date(Date.parse(at) + HOURS).toISOString();
  const [day, time] = [local.slice(0, 10), local.slice(11, 16)];
  return kind !== 'opening' && time === '00:00'
    ? { day: dayAfter(day, -1), time: '24:00' }
    : { day, time };
}

/**
 * The moment of what is entered; undefined while the day or the time is none.
 * @example clockMoment({ day: '2022-04-15', time: '24:00' }) // '2022-04-16T00:00:00+08:00'
 */
export function clockMoment({ day, time }: ClockEntry): string | undefined {
  const date = parseDate(day);
  if (!date.ok || !/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time)) return undefined;
  const written = formatDate(date.value);
  return time === '24:00'
    ? `${dayAfter(written, 1)}T00:00:00${ZONE}`
    : `${written}T${time}:00${ZONE}`;
}

/**
 * How many days there are from one to another, both counted, as the calls count natural days.
 * @example naturalDays('2022-03-16', '2022-04-15') // 31
 */
export function naturalDays(from: string, to: string): number | undefined {
  const [first, last] = [parseDate(from), parseDate(to)];
  return first.ok && last.ok && last.value >= first.value
    ? last.value - first.value + 1
    : undefined;
}

/** Times to choose from: every half hour, and what somebody entered otherwise. */
export function timesFor(kind: ClockKind, own: string): readonly string[] {
  const halves = Array.from(
    { length: 48 },
    (_, i) => `${String(Math.floor(i / 2)).padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`,
  );
  const usual = kind === 'opening' ? halves : [...halves.slice(1), '24:00'];
  return usual.includes(own) || own === '' ? usual : [...usual, own].sort();
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
