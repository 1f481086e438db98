import type { Guide } from '@fuchi/guide/guide';
import type { DataFigure } from '@fuchi/guide-trace/data/data-figure';

/** The guide with one figure of its data changed to a value that no guide states. */
export function withoutFigure(guide: Guide, figure: DataFigure): Guide {
  const { source } = figure;
  if (!source) return withOneStageMore(guide, figure);
  const { text } = source.text;
  const changed = text.slice(0, source.start) + nowhere(figure) + text.slice(source.end);
  return replaced(guide, source.text, { ...source.text, text: changed });
}

function nowhere({ measure, written }: DataFigure): string {
  switch (measure.dimension) {
    case 'date':
      return '1999-09-09';
    case 'period':
      return '1999-01-01..1999-12-31';
    case 'ratio':
      return '79.19%';
    case 'rank':
      return '"九等奖"';
    default:
      return `7919${/[^\d.].*$/.exec(written)?.[0] ?? ''}`;
  }
}

/** What is counted has no place of its own: one more changes the count and nothing else. */
function withOneStageMore(guide: Guide, figure: DataFigure): Guide {
  const lines = guide.lines.map((line) => {
    const last = line.stages.at(-1);
    if (!last || !figure.owners.has(line.id)) return line;
    const more = { ...last, share: undefined, amount: undefined, atMost: undefined, balance: true };
    return { ...line, stages: [...line.stages, more] };
  });
  return { ...guide, lines };
}

/** Plain data with one object of it replaced; everything that doesn't hold it stays the same. */
function replaced<T>(data: T, from: object, to: object): T {
  const swap = (value: unknown): unknown => {
    if (value === from) return to;
    if (Array.isArray(value)) {
      const items = value.map(swap);
      return items.some((item, i) => item !== value[i]) ? items : value;
    }
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const swapped = entries.map(([key, part]) => [key, swap(part)] as const);
    return swapped.some(([, part], i) => part !== entries[i]?.[1])
      ? Object.fromEntries(swapped)
      : value;
  };
  return swap(data) as T;
}
