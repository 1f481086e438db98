/** Years as guides write them: 2021年, 2021年度, 2021-12-31. Amounts like 2000万元 aren't years. */
const YEAR = /(?<!\d|\d\.)(?:19|20)\d\d(?=年|-\d\d)/g;

/** @example shiftYears('2021年内完工', 1) // '2022年内完工' */
export function shiftYears(text: string, by: number): string {
  return text.replace(YEAR, (year) => String(Number(year) + by));
}

/** How many years lie between two guides; 0 where one of them isn't of a year. */
export function yearsBetween(before: string, after: string): number {
  const by = Number(after) - Number(before);
  return Number.isInteger(by) ? by : 0;
}
