import type { GuideParts } from '../contract.ts';

/** The lines that can be applied for, to choose one of; '' stands for all of them. */
export function lineOptions(guide: GuideParts, all: string) {
  return [
    { value: '', text: all },
    ...guide.lines
      .filter(({ appliedFor }) => appliedFor)
      .map(({ id, title }) => ({ value: id, text: title })),
  ];
}
