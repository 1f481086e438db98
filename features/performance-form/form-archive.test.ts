import { blankFilling, type Filling } from '@fuchi/forms/filling';
import type { Form } from '@fuchi/guide/form';
import { type PdfService, pdfService } from '@fuchi/platform-server/documents/pdf-service';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { programRoot } from '@fuchi/platform-server/program-root';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type ArchivedForm, formArchive } from './form-archive.ts';

const loaded = await loadGuide(`${programRoot()}/guides/jiangsu-2022`);
if (!loaded) throw new Error('no guide');
const { guide } = loaded.checked;
const FORMS = guide.forms;
const COUNT = 500;
const SIZE = 60_000;

function filled(form: Form, project: string): Filling {
  return { ...blankFilling(form.id), header: { 项目名称: project } };
}

/** `count` forms, each annex in turn, made when they are asked for. */
function* asked(count: number, onAsk: (index: number) => void = () => {}): Generator<ArchivedForm> {
  for (let i = 0; i < count; i += 1) {
    const form = FORMS[i % FORMS.length];
    if (!form) throw new Error('no form');
    onAsk(i);
    yield { title: `示例单位${i}`, form, filling: filled(form, `示例项目${i}`) };
  }
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Uint8Array.from(Buffer.concat(all));
}

describe('forms in one archive', () => {
  it('are PDF under their titles, with the same bytes each time', async () => {
    const pdf = pdfService();
    const archive = await whole(formArchive('pdf', guide, asked(5), pdf));
    const files = unzipSync(archive);
    expect(Object.keys(files)).toEqual([0, 1, 2, 3, 4].map((i) => `示例单位${i}.pdf`));
    for (const bytes of Object.values(files)) {
      expect(Buffer.from(bytes.subarray(0, 5)).toString('latin1')).toBe('%PDF-');
    }
    expect(await whole(formArchive('pdf', guide, asked(5), pdf))).toEqual(archive);
  });

  it('of 500 one is held at a time, and none is written before those before it are taken', async () => {
    let written = 0;
    const service: PdfService = {
      async write() {
        written += 1;
        return { kind: 'pdf', bytes: new Uint8Array(SIZE), pages: 1 };
      },
    };
    let taken = 0;
    let most = 0;
    const forms = asked(COUNT, () => {
      most = Math.max(most, written * SIZE - taken);
    });
    for await (const piece of formArchive('pdf', guide, forms, service)) {
      taken += piece.length;
      most = Math.max(most, written * SIZE - taken);
      // A slow reader: nothing goes on meanwhile.
      if (written % 100 === 0) await new Promise((done) => setTimeout(done, 1));
    }
    expect(written).toBe(COUNT);
    expect(most).toBeLessThanOrEqual(SIZE);
  });

  it('one that can’t be printed is told of, and the others are there', async () => {
    const [form] = FORMS;
    if (!form) throw new Error('no form');
    const forms = [
      { title: '示例甲', form, filling: filled(form, '示例😀项目') },
      { title: '示例乙', form, filling: filled(form, '示例项目') },
    ];
    const files = unzipSync(await whole(formArchive('pdf', guide, forms, pdfService())));
    expect(Object.keys(files)).toEqual(['示例乙.pdf', '未能生成的申报表.txt']);
    const told = Buffer.from(files['未能生成的申报表.txt'] ?? []).toString('utf8');
    expect(told).toContain('示例甲：PDF 的字体里没有这些字：“😀”（U+1F600，在“示例😀项目”里）');
  });
});
