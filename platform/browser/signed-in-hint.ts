/** Set with the session and worth nothing by itself: a page asks who is signed in only where somebody may be. */
const HINT = 'fuchi-signed-in';

/** Whether somebody seems to be signed in. */
export function isSignedInHint(): boolean {
  return document.cookie.split(';').some((pair) => pair.trim() === `${HINT}=1`);
}
