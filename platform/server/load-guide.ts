import { checkForms } from '@fuchi/forms/check-forms';
import type { Diagnostic, LookAlike } from '@fuchi/guide/diagnostic';
import { readGuide } from '@fuchi/guide/read-guide';
import { checkGuide } from '@fuchi/policy/check/check-guide';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { guideDigest, readGuideFolder } from './guide-folder.ts';

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
  return checkGuideFiles(found.files, found.digest);
}

/**
 * Checks the files of a guide, wherever they lay. Worked cases among them aren't read.
 * @example checkGuideFiles(files).faults
 */
export function checkGuideFiles(
  files: ReadonlyMap<string, string>,
  digest: string = guideDigest(files),
): LoadedGuide {
  const { guide, faults, unread } = readGuide(files, digest);
  const { checked, faults: more, lookAlikes } = checkGuide(guide);
  const all = unread.length > 0 ? faults : [...faults, ...more, ...checkForms(checked)];
  return { checked, faults: all, lookAlikes, files };
}
