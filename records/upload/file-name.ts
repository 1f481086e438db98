const MOST = 120;
/** Control characters, and those that turn the direction of writing or can't be seen: they make `fdp.exe` of `exe.pdf`. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A file's name without what names are misused for: paths, characters that can't be seen, those that file systems and
 * headers take for something else.
 * @returns undefined where no name is left
 * @example plainFileName('C:\\扫描\\执照\u202Efdp.pdf') // '执照fdp.pdf'
 */
export function plainFileName(sent: string): string | undefined {
  const last = sent.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(UNSEEN, '')
    .replace(/[<>:"|?*%]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/[. ]+$/, '');
  const ending = endingOf(plain);
  const whole = ending === '' ? plain : plain.slice(0, -ending.length - 1);
  const stem = whole.replace(/^[. ]+/, '');
  if (stem === '') return undefined;
  const kept = [...stem].slice(0, MOST - ending.length - 1).join('');
  const name = ending === '' ? kept : `${kept}.${ending}`;
  return RESERVED.test(name) ? `_${name}` : name;
}

/** What stands behind the last point, in lower case. @example endingOf('执照.PDF') // 'pdf' */
export function endingOf(name: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
