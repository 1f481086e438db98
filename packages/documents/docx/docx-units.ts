import type { PageSetup } from '../document.ts';

/** A4 in millimetres. */
const SHORT = 210;
const LONG = 297;
const TWIPS_PER_POINT = 20;
const POINTS_PER_MILLIMETRE = 72 / 25.4;
const EMUS_PER_MILLIMETRE = 36_000;

/** Twentieths of a point, whole. @example twips(25.4) // 1440 */
export function twips(millimetres: number): number {
  return Math.round(millimetres * POINTS_PER_MILLIMETRE * TWIPS_PER_POINT);
}

/** Twentieths of a point, of points. */
export function pointTwips(points: number): number {
  return Math.round(points * TWIPS_PER_POINT);
}

/** English Metric Units, in which drawings are measured. */
export function emus(millimetres: number): number {
  return Math.round(millimetres * EMUS_PER_MILLIMETRE);
}

/** Width and height of the page and the width of its text, in millimetres. */
export function pageSize(page: PageSetup) {
  const upright = page.orientation === 'portrait';
  const width = upright ? SHORT : LONG;
  const { left, right } = page.margins;
  return { width, height: upright ? LONG : SHORT, text: width - left - right };
}

export const WORD_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
