const FORMAT = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** @example momentText('2022-03-16T01:05:00Z') // '2022-03-16 09:05' */
export function momentText(moment: string): string {
  return FORMAT.format(new Date(moment));
}

/**
 * As a deadline is written: one that ends with a day says so, as the calls do.
 * @example deadlineText('2022-04-15T16:00:00Z') // '2022-04-15 24:00'
 */
export function deadlineText(moment: string): string {
  const text = momentText(moment);
  if (!text.endsWith(' 00:00')) return text;
  const before = new Date(new Date(moment).getTime() - 1).toISOString();
  return `${momentText(before).slice(0, 10)} 24:00`;
}
