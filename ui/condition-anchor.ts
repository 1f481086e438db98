/** Where the calculator's page of a line shows a condition. */
export function conditionAnchor(clause: string): string {
  return `clause-${clause}`;
}
