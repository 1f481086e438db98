import type { Guide } from '@fuchi/guide/guide';
import type { Occurrence } from '@fuchi/guide-trace/text/occurrence';
import type { ReadText } from '@fuchi/guide-trace/text/read-text';
import { trace } from '@fuchi/guide-trace/trace';
import { withoutFigure } from './without-figure.ts';

export interface Removal {
  readonly figure: string;
  /** Numbers of the text that the figure carried, and those that stand uncarried without it. */
  readonly carried: readonly string[];
  readonly uncarried: readonly string[];
}

/** Takes every figure out of the data, one at a time. */
export function removals(guide: Guide, read: ReadText): readonly Removal[] {
  return trace(guide, read).figures.map(({ figure, occurrences }) => {
    const without = trace(withoutFigure(guide, figure), read);
    const uncarried = without.occurrences.filter((o) => o.state === 'uncarried');
    return {
      figure: `${figure.file}:${figure.line}:${figure.column} ${figure.name} ${figure.written}`,
      carried: occurrences.map(shown),
      uncarried: uncarried.map((o) => shown(o.occurrence)),
    };
  });
}

function shown(o: Occurrence): string {
  return `${o.line}:${o.column} ${o.text}`;
}
