/** The element on a line's page that shows a condition, and the part after `#` that leads to it. */
export function conditionAnchor(clause: string): string {
  return `clause-${clause}`;
}
