import type { Diagnostic } from '@fuchi/guide/diagnostic';
import { settle } from '../assess/settle.ts';
import type { Environment } from '../bounds/environment.ts';
import { truthOf } from '../bounds/evaluate.ts';
import type { CheckedLine } from '../checked-guide.ts';
import type { Checked } from '../checked-tree.ts';
import { readingsOf } from '../walk.ts';

/** Readings that a condition names but whose other choice changes nothing in it, or makes it impossible. */
export function otherReadingFaults(line: CheckedLine, env: Environment): Diagnostic[] {
  return line.conditions.flatMap((c, i): Diagnostic[] => {
    const { must } = c;
    const at = line.source.conditions[i]?.must?.at;
    if (!must || !at || c.each !== '') return [];
    const all = readingsOf(must);
    return all.flatMap((id): Diagnostic[] => {
      const other = settle(must, new Set([id]));
      const facts = { clause: c.clause, id };
      if (!truthOf(other, env).t) {
        return [{ at, code: 'never-holds-otherwise', facts }];
      }
      return changes(must, id, []) || changes(must, id, all)
        ? []
        : [{ at, code: 'reading-without-effect', facts }];
    });
  });
}

/** Whether a reading makes a difference while certain others take their other choice. */
function changes(must: Checked, id: string, others: readonly string[]): boolean {
  const without = new Set(others.filter((o) => o !== id));
  const usual = JSON.stringify(settle(must, without));
  return usual !== JSON.stringify(settle(must, new Set([...without, id])));
}
