import { join } from 'node:path';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { programRoot } from '@fuchi/platform-server/program-root';
import { type Regions, regionsFrom } from '@fuchi/values/region';

/** The regions of the guide that ships with the program. */
export async function regionsForTests(): Promise<Regions> {
  const loaded = await loadGuide(join(programRoot(), 'guides/jiangsu-2022'));
  const regions = regionsFrom(loaded?.checked.guide.regions);
  if (!regions.ok) throw new Error(regions.code);
  return regions.value;
}
