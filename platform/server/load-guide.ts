import { checkForms } from '@fuchi/forms/check-forms';
import type { Diagnostic, LookAlike } from '@fuchi/guide/diagnostic';
import { readGuide } from '@fuchi/guide/read-guide';
import { checkGuide } from '@fuchi/policy/check/check-guide';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { readGuideFolder } from './guide-folder.ts';

export interface LoadedGuide {
  readonly checked: CheckedGuide;
  readonly faults: readonly Diagnostic[];
  /** Accepted characters that `check --fix` rewrites to the plain ones. */
  readonly lookAlikes: readonly LookAlike[];
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Reads and checks a guide folder.
 * @returns undefined when there is no such folder
 */
export async function loadGuide(folder: string): Promise<LoadedGuide | undefined> {
  const found = await readGuideFolder(folder);
  if (!found) return undefined;
  const { guide, faults, unread } = readGuide(found.files, found.digest);
  const { checked, faults: more, lookAlikes } = checkGuide(guide);
  const all = unread.length > 0 ? faults : [...faults, ...more, ...checkForms(checked)];
  return { checked, faults: all, lookAlikes, files: found.files };
}
