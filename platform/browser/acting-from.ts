/**
 * The duty this page was opened with. It goes along with what is asked, so that a page left open doesn't act from
 * another duty, or as somebody else, after another window changed who is signed in.
 */
let opened: string | undefined;

export function actingFrom(): string | undefined {
  return opened;
}

/** @param duty appointment, a point, and the delegation it is stood in by or 0: `17.0`; undefined when nobody acts */
export function actFrom(duty: string | undefined): void {
  opened = duty;
}
