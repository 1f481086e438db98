import type { Diagnostic } from '@fuchi/guide/diagnostic';
import type { LoadedGuide } from '@fuchi/platform-server/load-guide';
import { caseFaults } from '@fuchi/policy/case/case-faults';
import { readCases } from '@fuchi/policy/case/read-case';
import { type GuideFault, guideFault } from './guide-fault.ts';

/** Every fault of a guide itself, by file, line and column. Its worked cases, more text than the guide, aren't read. */
export function guideFaults({ faults }: LoadedGuide): readonly GuideFault[] {
  return sorted(faults);
}

/** Every fault of a guide folder, the form of its worked cases included. */
export function allFaults({ faults, files }: LoadedGuide): readonly GuideFault[] {
  const cases = [...files].flatMap(([path, source]): readonly Diagnostic[] =>
    path.startsWith('cases/') ? readCases(path, source).faults.sorted() : [],
  );
  return sorted([...faults, ...cases]);
}

/** What the worked cases of a guide without faults find: each that comes out otherwise than it says. */
export function faultsOfCases({ checked, files }: LoadedGuide): readonly GuideFault[] {
  return sorted([...caseFaults(checked, files)]);
}

function sorted(faults: readonly Diagnostic[]): readonly GuideFault[] {
  return faults
    .map(guideFault)
    .sort(
      (a, b) =>
        (a.file < b.file ? -1 : Number(a.file > b.file)) ||
        a.line - b.line ||
        a.column - b.column ||
        (a.code < b.code ? -1 : Number(a.code > b.code)),
    );
}
