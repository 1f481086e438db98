/** Whether this portal lets people sign in: one that only answers questions has no way in to show. */
export function isDeskOffered(): boolean {
  return document.querySelector('meta[name="fuchi-desk"]') !== null;
}
