const LOCAL = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/**
 * The day a moment falls on where the fund is run.
 * @example localDay(new Date('2022-03-15T16:00:00Z')) // '2022-03-16'
 */
export function localDay(at: Date): string {
  return LOCAL.format(at);
}
