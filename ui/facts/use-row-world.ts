import { useKept } from '../use-kept.ts';
import { type FieldWorld, useFieldWorld } from './field-context.ts';

/**
 * What the rows of a list may need to know: the same value until something about them is new. A fault elsewhere isn't,
 * and a list of hundreds of rows isn't drawn again because of it.
 */
export function useRowWorld(path: string): FieldWorld {
  const world = useFieldWorld();
  const faults = world.faults.filter((fault) => fault.path.startsWith(`${path}[`));
  return useKept({ ...world, faults }, sameWorld);
}

function sameWorld(a: FieldWorld, b: FieldWorld): boolean {
  return (
    a.guide === b.guide &&
    a.regions === b.regions &&
    a.asked === b.asked &&
    a.saveFile === b.saveFile &&
    a.settled === b.settled &&
    a.others === b.others &&
    JSON.stringify(a.faults) === JSON.stringify(b.faults)
  );
}
