/**
 * A page of ours that somebody wanted to see before he had to sign in; undefined for an address elsewhere, which
 * somebody else may have put there.
 * @example ownPath('//evil.example') // undefined
 */
export function ownPath(wanted: string): string | undefined {
  // Browsers read a backslash as a slash, and leave tabs and line ends out.
  if (!/^\/(?![/\\])[^\\\s]*$/.test(wanted)) return undefined;
  return wanted === '/sign-in' || /^\/sign-in[/?#]/.test(wanted) ? undefined : wanted;
}
