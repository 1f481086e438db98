import { writeFileSync } from 'node:fs';
import { pdfService } from '@fuchi/platform-server/documents/pdf-service';
import { test } from 'vitest';
import { contentOf, EXAMPLES, GUIDE } from './content.fixture.ts';
import { makePrints } from './make-prints.ts';

test('look', async () => {
  const pdf = pdfService();
  for (const [name, example] of Object.entries(EXAMPLES)) {
    const content = contentOf(example);
    const made = await makePrints(content, GUIDE, pdf);
    if (!made.ok) throw new Error(JSON.stringify(made));
    for (const { kind, pdf: bytes, pages } of made.prints) {
      console.log(name, kind, pages, (content.assessment as { verdict: string }).verdict);
      writeFileSync(`/tmp/prints/${name}-${kind}.pdf`, bytes);
    }
  }
});
