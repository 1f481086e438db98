import type { PagedCode } from '../document.ts';

/** What the code on a printed page says: which page of which print of which version it is. */
export interface PageCode {
  /** Digits. */
  readonly application: string;
  readonly version: number;
  /** application, performance, commitment, letter-1 … */
  readonly kind: string;
  readonly page: number;
  /** The beginning of the version's digest, hexadecimal. */
  readonly digest: string;
}

/** Twelve digits are 48 bits: nobody meets the same by chance. */
const DIGITS = 12;
const MARK = 'FUCHI1';
const CODE =
  /^FUCHI1\/([1-9]\d{0,17})\/([1-9]\d{0,8})\/([A-Z][A-Z0-9-]{0,19})\/([1-9]\d{0,4})\/([0-9A-F]{12})$/;

/**
 * The text of a page's code. Capitals and digits only: a QR code then has fewer and larger modules.
 * @example pageCodeText({ application: '12', version: 1, kind: 'commitment', page: 1, digest: '0a1b2c3d4e5f' })
 *   // 'FUCHI1/12/1/COMMITMENT/1/0A1B2C3D4E5F'
 */
export function pageCodeText(code: PageCode): string {
  const { before, after } = pagedCode(code);
  return `${before}${code.page}${after}`;
}

/** The same for all pages of a print; `digest` may be longer than what is printed. */
export function pagedCode({
  application,
  version,
  kind,
  digest,
}: Omit<PageCode, 'page'>): PagedCode {
  return {
    before: `${MARK}/${application}/${version}/${kind.toUpperCase()}/`,
    after: `/${digest.slice(0, DIGITS).toUpperCase()}`,
  };
}

/**
 * What a code read from a scan says.
 * @returns undefined for the code of anything else
 * @example readPageCode('FUCHI1/12/1/COMMITMENT/1/0A1B2C3D4E5F')?.kind // 'commitment'
 */
export function readPageCode(text: string): PageCode | undefined {
  const [, application = '', version = '', kind = '', page = '', digest = ''] =
    CODE.exec(text) ?? [];
  if (application === '') return undefined;
  return {
    application,
    version: Number(version),
    kind: kind.toLowerCase(),
    page: Number(page),
    digest: digest.toLowerCase(),
  };
}

/** A digest's beginning as people compare it. @example shownDigest('0a1b2c3d4e5f67') // '0a1b 2c3d 4e5f' */
export function shownDigest(digest: string): string {
  return digest.slice(0, DIGITS).replace(/(.{4})(?=.)/gu, '$1 ');
}
