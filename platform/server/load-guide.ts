import type { Diagnostic } from '@fuchi/guide/diagnostic';
import { readGuide } from '@fuchi/guide/read-guide';
import { checkGuide } from '@fuchi/policy/check/check-guide';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { readGuideFolder } from './guide-folder.ts';

export interface LoadedGuide {
  readonly checked: CheckedGuide;
  readonly faults: readonly Diagnostic[];
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Reads and checks a guide folder.
 * @returns undefined when there is no such folder
 */
export async function loadGuide(folder: string): Promise<LoadedGuide | undefined> {
  const found = await readGuideFolder(folder);
  if (!found) return undefined;
  const { guide, faults } = readGuide(found.files, found.digest);
  const { checked, faults: more } = checkGuide(guide);
  return { checked, faults: [...faults, ...more], files: found.files };
}
