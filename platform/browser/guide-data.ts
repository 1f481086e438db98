import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { type Regions, regionsFrom } from '@fuchi/values/region';
import { fetchJson } from './fetch-json.ts';

/** The guide as a page works on it. */
export interface GuideData {
  readonly guide: CheckedGuide;
  readonly regions: Regions;
}

/**
 * The guide our own server checked.
 * @throws when it can't be had
 */
export async function loadGuideData(signal: AbortSignal): Promise<GuideData> {
  return loadFrom('/api/guide', signal);
}

/**
 * A guide version that was published, by its digest: what is filed under it is read with it.
 * @throws when it can't be had
 */
export async function loadGuideVersion(digest: string, signal: AbortSignal): Promise<GuideData> {
  return loadFrom(`/api/guides/${digest}`, signal);
}

async function loadFrom(path: string, signal: AbortSignal): Promise<GuideData> {
  const guide = await fetchJson(path, signal);
  if (!isGuide(guide)) throw new Error(`${path}: no guide`);
  const regions = regionsFrom(guide.guide.regions);
  if (!regions.ok) throw new Error(`${path}: ${regions.code}`);
  return { guide, regions: regions.value };
}

function isGuide(value: unknown): value is CheckedGuide {
  return (
    typeof value === 'object' &&
    value !== null &&
    'guide' in value &&
    'lines' in value &&
    Array.isArray(value.lines)
  );
}
