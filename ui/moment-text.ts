const FORMAT = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** @example momentText('2022-03-16T01:05:00Z') // '2022-03-16 09:05' */
export function momentText(moment: string): string {
  return FORMAT.format(new Date(moment));
}
