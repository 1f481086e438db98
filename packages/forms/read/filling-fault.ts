/** A fault of a filling that came from outside: where in it, which kind, and the facts of its sentence. */
export interface FillingFault {
  /** The way through the filling: ['targets', '节能量', '0', 'value']. */
  readonly path: readonly string[];
  /** Its sentence is in sentence/sentence.ts. */
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
}

const MOST_FAULTS = 200;
const LONGEST = 60;

/** Collects the faults of one reading: all of them, up to a bound that only a hostile file reaches. */
export class FillingFaults {
  readonly list: FillingFault[] = [];

  /** Nothing more is told: what would only find more faults need not be worked out. */
  get full(): boolean {
    return this.list.length >= MOST_FAULTS;
  }

  add(path: readonly string[], code: string, facts: Readonly<Record<string, string>> = {}): void {
    if (this.full) return;
    this.list.push({ path, code, facts });
  }
}

/** Bounded: a name of a file may be megabytes. */
export function clipped(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
