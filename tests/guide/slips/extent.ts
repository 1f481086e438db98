import { sampled } from './sampled.ts';
import type { Mutant } from './slip.ts';

/** Places of each operator that are tried when nothing else is asked for; fewer where it applies to fewer. */
const EACH = 200;

/**
 * The mutants the published table tries: so many of each operator, by a fixed seed. SLIPS_EACH asks for another
 * number, SLIPS_EACH=all for every place.
 */
export function chosen(all: readonly Mutant[]): readonly Mutant[] {
  const asked = process.env['SLIPS_EACH'] ?? String(EACH);
  return asked === 'all' ? all : sampled(all, Number(asked));
}
