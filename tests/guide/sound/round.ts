import type { CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import type { Chance } from './chance.ts';
import type { OracleRound } from './oracle.ts';

/** Some rounds take readings otherwise, and switch call conditions on; the first of a line does neither. */
export function roundFor(
  guide: CheckedGuide,
  line: CheckedLine,
  plain: boolean,
  chance: Chance,
): OracleRound {
  if (plain || chance.happens(0.4)) return { otherReadings: new Set(), call: [] };
  const ids = new Set([...guide.guide.readings.map((r) => r.id), ...line.readings]);
  const share = chance.of([0.03, 0.3]) ?? 0.3;
  const other = [...ids].filter(() => chance.happens(share));
  const call = guide.call.map((c) => c.clause).filter(() => chance.happens(0.3));
  return { otherReadings: new Set(other), call };
}
