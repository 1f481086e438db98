/** Points of a millimetre: Typst's plan is in points, the document's measures in millimetres. */
export const POINT = 72 / 25.4;
