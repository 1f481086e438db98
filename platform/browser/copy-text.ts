/** @returns whether the text is on the clipboard; a page without TLS, or a person who says no, has none */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
