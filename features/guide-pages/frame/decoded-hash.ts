/** What stands after `#`, as it was meant; an address typed by hand may hold a stray %. @example decodedHash('%E4%B8%80') // '一' */
export function decodedHash(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
