/** The element that says what is wrong with a field. */
export function faultsId(path: string): string {
  return `fault-${path}`;
}
