import type { PageFurniture, PageSetup } from '../document.ts';
import { pagedCode, shownDigest } from './page-code.ts';

/** What a print is of: stands on each of its pages. */
export interface PrintIdentity {
  /** The application's number in the system. */
  readonly application: string;
  readonly version: number;
  /** application, performance, commitment, letter-1 … */
  readonly kind: string;
  /** 申报书, 信用承诺书 … */
  readonly title: string;
  /** Of the version, hexadecimal. */
  readonly digest: string;
}

/** Room for a code of 18 mm at the foot, clear of the text. */
export const PRINT_BOTTOM = 29;

/** A print's pages: as form and report have them, with room for the code. */
export const PRINT_PAGE: PageSetup = {
  orientation: 'portrait',
  margins: { top: 22, right: 22, bottom: PRINT_BOTTOM, left: 22 },
};

/** The same, lying. */
export const WIDE_PAGE: PageSetup = {
  orientation: 'landscape',
  margins: { top: 20, right: 18, bottom: PRINT_BOTTOM, left: 18 },
};

/** Millimetres between the margins. @example pageTextWidth(PRINT_PAGE) // 166 */
export function pageTextWidth({ orientation, margins }: PageSetup): number {
  return (orientation === 'portrait' ? 210 : 297) - margins.left - margins.right;
}

/** The foot of each page of a print: what it is, of which application and version, its check code, its page. */
export function printFurniture(identity: PrintIdentity): PageFurniture {
  const { application, version, title, digest } = identity;
  return {
    head: '',
    foot: {
      version: `${title}　申报号${application}　第${version}版`,
      digest: shownDigest(digest),
      code: pagedCode(identity),
    },
    pageNumber: 'of-total',
  };
}
