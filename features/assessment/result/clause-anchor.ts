/** The element that shows a condition. */
export function clauseAnchor(clause: string): string {
  return `clause-${clause}`;
}
