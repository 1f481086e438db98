const LOCAL = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/**
 * What the clock shows where the fund is run.
 * @example localMoment(new Date('2022-03-16T01:05:00Z')) // '2022-03-16 09:05:00'
 */
export function localMoment(at: Date): string {
  return LOCAL.format(at);
}
