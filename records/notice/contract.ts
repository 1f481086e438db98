/** daily: what is urgent at once and the rest once a day; urgent: only what is urgent; never: no letters. */
export const BY_MAIL = ['daily', 'urgent', 'never'] as const;
export type ByMail = (typeof BY_MAIL)[number];

/** As it is kept. @throws for what is none: a fault of the program */
export function byMailOf(text: string): ByMail {
  const found = BY_MAIL.find((each) => each === text);
  if (!found) throw new Error(`letters of an unknown kind: ${text}`);
  return found;
}
