import { join } from 'node:path';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { programRoot } from '@fuchi/platform-server/program-root';
import { type Region, type Regions, regionsFrom } from '@fuchi/values/region';

const loaded = await loadGuide(join(programRoot(), 'guides/jiangsu-2022'));
const read = regionsFrom(loaded?.checked.guide.regions);
if (!read.ok) throw new Error(read.code);

/** The regions of the guide that ships with the program. */
export const REGIONS: Regions = read.value;

/** @example regionOf('昆山市') */
export function regionOf(name: string): Region {
  const parsed = REGIONS.parse(name);
  if (!parsed.ok) throw new Error(`${name}: ${parsed.code}`);
  return parsed.value;
}
