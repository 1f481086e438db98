import { fileSize } from '@fuchi/ui/file-size';
import type { Checker } from '../check/checker.ts';
import { bytesOnce } from './bytes-once.ts';
import { MOST_BOOK_BYTES } from './contract.ts';

/** Papers that are too large for one book, told while they can be exchanged. */
export const checkBookSize: Checker = async (_db, { said }) => {
  const size = bytesOnce(said.papers.map(({ digest, size: of }) => [digest, of]));
  if (size <= MOST_BOOK_BYTES) return [];
  const [largest] = said.papers.toSorted((a, b) => b.size - a.size);
  const named = largest ? `最大的是“${largest.name}”（${fileSize(largest.size)}）。` : '';
  return [
    {
      code: 'book-too-large',
      part: 'papers',
      says: `材料合计${fileSize(size)}，超过合订本的上限${fileSize(MOST_BOOK_BYTES)}，定稿后合不成一本。${named}请在定稿前把较大的文件用200 dpi重新扫描，换下原来的。`,
      blocks: false,
    },
  ];
};
