/**
 * The duty this page was opened with. It goes along with what is asked, so that a page left open doesn't act from
 * another duty that was chosen elsewhere meanwhile.
 */
let duty: string | undefined;

export function actingFrom(): string | undefined {
  return duty;
}

/** @param appointment undefined when nobody acts */
export function actFrom(appointment: string | undefined): void {
  duty = appointment;
}
