import type { Files } from './edit.ts';

/** Tables of the state, which no author of a guide shifts. */
const KEPT = /^reference\/(regions|industry)\.yaml$/;

/** A year as guides write it: 2022年, 2021年度, 2022-06-30, or quoted by itself. Amounts as 2000万元 aren't years. */
const YEAR = /(?<!\d)20[12]\d(?=年|-\d\d(?:-\d\d)?(?!\d)|")/g;

/**
 * The same guide with every year moved on by one: clocks, periods, lists, interest tables and worked cases alike, so
 * that each case must come out as before if no program knows a year.
 */
export function yearLater(files: ReadonlyMap<string, string>): Files {
  return new Map(
    [...files].map(([path, text]) => [
      path,
      KEPT.test(path) ? text : text.replace(YEAR, (year) => String(Number(year) + 1)),
    ]),
  );
}
