import type { Block, OfficialDocument, PageSetup, SectionBreak } from './document.ts';

/** The part of a document that stands on pages of one kind. */
export interface Section {
  readonly page: PageSetup;
  readonly blocks: readonly FlowBlock[];
}

/** What stands on a page. */
export type FlowBlock = Exclude<Block, SectionBreak>;

/** A document as its sections, in order; one that begins with a break has no empty one before it. */
export function sectionsOf({ page, blocks }: OfficialDocument): readonly Section[] {
  const sections: { page: PageSetup; blocks: FlowBlock[] }[] = [{ page, blocks: [] }];
  for (const block of blocks) {
    if (block.kind !== 'section') sections.at(-1)?.blocks.push(block);
    else if (sections.at(-1)?.blocks.length === 0) sections.splice(-1, 1, begun(block));
    else sections.push(begun(block));
  }
  return sections;
}

function begun({ page }: SectionBreak): { page: PageSetup; blocks: FlowBlock[] } {
  return { page, blocks: [] };
}
