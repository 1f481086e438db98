import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { OPERATORS } from './operators.ts';
import { sitesOf } from './sites.ts';
import type { Mutant } from './slip.ts';
import { surroundingsOf } from './surroundings.ts';

/** Files that decide nothing: worked cases, official reference data, directions of training, reasons for the trace. */
const LEFT_ALONE = /^(?:cases|reference|forms)\/|^(?:training-directions|untraced)\.yaml$/;

/** Every operator at every place of the guide where it applies. */
export function mutantsOf(files: ReadonlyMap<string, string>, checked: CheckedGuide): Mutant[] {
  const around = surroundingsOf(checked);
  return [...files].flatMap(([file, source]) => {
    if (LEFT_ALONE.test(file)) return [];
    return sitesOf(file, source).flatMap((site) =>
      OPERATORS.flatMap((operator) =>
        operator.edits(site, around).map((edit): Mutant => {
          const was = source.slice(edit.start, edit.end);
          return { operator, file, path: site.path, edit, line: lineAt(source, edit.start), was };
        }),
      ),
    );
  });
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}
