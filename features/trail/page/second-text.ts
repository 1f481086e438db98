const FORMAT = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** To the second, as a trail is read. @example secondText('2022-03-16T01:05:00Z') // '2022-03-16 09:05:00' */
export function secondText(moment: string): string {
  return FORMAT.format(new Date(moment));
}
