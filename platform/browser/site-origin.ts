/** Where this site is, without a path: `https://fuchi.example`. */
export function siteOrigin(): string {
  return window.location.origin;
}
