import { loadGuide } from '@fuchi/platform-server/load-guide';
import type { CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import { type Regions, regionsFrom } from '@fuchi/values/region';

interface OpenGuide {
  readonly guide: CheckedGuide;
  readonly regions: Regions;
}

let opened: Promise<OpenGuide> | undefined;

/** The guide that ships with the program, for tests; read once in each file of tests. */
export function openGuide(): Promise<OpenGuide> {
  opened ??= load();
  return opened;
}

async function load(): Promise<OpenGuide> {
  const loaded = await loadGuide('guides/jiangsu-2022');
  if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
  const regions = regionsFrom(loaded.checked.guide.regions);
  if (!regions.ok) throw new Error(regions.code);
  return { guide: loaded.checked, regions: regions.value };
}

export function lineOf(guide: CheckedGuide, id: string): CheckedLine {
  const line = guide.lines.find((l) => l.id === id);
  if (!line) throw new Error(`no line ${id}`);
  return line;
}
