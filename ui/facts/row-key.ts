/** A name no other row of the list has, also of those that somebody else adds at the same moment. */
export function newRowKey(): string {
  const digits = crypto.getRandomValues(new Uint32Array(2));
  return [...digits].map((n) => n.toString(36).padStart(7, '0')).join('');
}
