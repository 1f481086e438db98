export interface LetterSettings {
  /** sent: by the mail server; shown: to read in the demonstration instead; none: there is no way. */
  readonly letters: 'sent' | 'shown' | 'none';
  /** Where people reach the portal, without a slash at its end. */
  readonly publicUrl: string | undefined;
}

/**
 * What stands before the path of a link in a letter: a letter that is only shown needs no host.
 * @returns undefined where nobody would get the letter
 * @example letterPlace({ letters: 'shown', publicUrl: undefined }) // ''
 */
export function letterPlace({ letters, publicUrl }: LetterSettings): string | undefined {
  if (letters === 'none') return undefined;
  return publicUrl ?? (letters === 'shown' ? '' : undefined);
}
