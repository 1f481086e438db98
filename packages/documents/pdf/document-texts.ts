import type { Block, OfficialDocument } from '../document.ts';

/** Every text a document prints, in the order of its blocks. @example documentTexts(document)[0] // '附件1-1' */
export function documentTexts(document: OfficialDocument): readonly string[] {
  const { head, foot } = document.furniture;
  return [
    document.title,
    head,
    ...(foot ? [foot.version, foot.digest] : []),
    ...document.blocks.flatMap(blockTexts),
  ];
}

function blockTexts(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return block.runs.map(({ text }) => text);
    case 'table':
      return block.rows.flatMap(({ cells }) =>
        cells.flatMap(({ lines }) => lines.flatMap((runs) => runs.map(({ text }) => text))),
      );
    case 'stamp-place':
      return [...block.lines, block.date];
    case 'imprint':
      return [block.copiesTo, block.printedBy, block.printedOn];
    case 'qr':
      return [block.says];
    case 'rule':
    case 'page-break':
    case 'section':
      return [];
  }
}
