import { LETTER_PAGE, type OfficialDocument, paragraph } from '@fuchi/documents/document';
import { describe, expect, it } from 'vitest';
import { pdfService } from './pdf-service.ts';

function page(text: string): OfficialDocument {
  return {
    layout: 'letter',
    language: 'zh-CN',
    title: '示例',
    page: LETTER_PAGE,
    furniture: { head: '', foot: undefined, pageNumber: 'dashes' },
    blocks: [paragraph('body', text)],
  };
}

describe('the service that writes PDF', () => {
  it('writes what is asked at once, one by one, and says what can’t be printed', async () => {
    const service = pdfService();
    const written = await Promise.all(['甲', '😀', '乙'].map((text) => service.write(page(text))));
    expect(written.map(({ kind }) => kind)).toEqual(['pdf', 'unprintable', 'pdf']);
  });

  it('lets the event loop turn before each document, however many are asked for in a row', async () => {
    const service = pdfService();
    await service.write(page('甲'));
    let turns = 0;
    let counting = true;
    const count = () => {
      turns += 1;
      if (counting) setImmediate(count);
    };
    setImmediate(count);
    for (let i = 0; i < 5; i += 1) await service.write(page(`第${i}份`));
    counting = false;
    expect(turns).toBeGreaterThanOrEqual(5);
  });
});
