import { filledForm } from '@fuchi/documents/form/filled-form.fixture';
import { formDocument } from '@fuchi/documents/form/form-document';
import { zipStream } from '@fuchi/documents/zip/zip-stream';
import { pdfService } from '@fuchi/platform-server/documents/pdf-service';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { programRoot } from '@fuchi/platform-server/program-root';
import { median } from './compare.ts';

/** What PDF costs: milliseconds and megabytes, in one process. */
export interface Documents {
  /** Fonts read, compiler opened, the first form written. */
  readonly first: number;
  /** All filled forms, each written several times with other figures, once warm. */
  readonly forms: readonly { readonly form: string; readonly median: number }[];
  readonly median: number;
  /** Of it the processors' time, which others on the machine hardly change. */
  readonly processor: number;
  /** How often the median goes into the 60 ms that a form may take: at least 1. */
  readonly ratio: number;
  /** 500 forms in one zip: seconds, megabytes of the zip, and by how much the process grew meanwhile. */
  readonly archive: {
    readonly seconds: number;
    readonly megabytes: number;
    readonly grownBy: number;
  };
}

const GOAL = 60;
const ROUNDS = 7;
const ARCHIVED = 500;
const MEGABYTE = 1024 * 1024;

/** Writes all forms of the guide as PDF, filled in. */
export async function documents(): Promise<Documents> {
  const loaded = await loadGuide(`${programRoot()}/guides/jiangsu-2022`);
  if (!loaded || loaded.faults.length > 0) throw new Error('the guide has faults');
  const { guide } = loaded.checked;
  const start = performance.now();
  const service = pdfService();
  const write = async (index: number, round: number): Promise<Uint8Array> => {
    const form = guide.forms[index % guide.forms.length];
    if (!form) throw new Error('no form');
    const filling = filledForm(form);
    // Nothing is written twice, so that no result is a memory of the one before.
    const header = { ...filling.header, 项目名称: `示例项目第${round}期` };
    const written = await service.write(formDocument(form, { ...filling, header }, guide));
    if (written.kind !== 'pdf') throw new Error(JSON.stringify(written.characters));
    return written.bytes;
  };
  await write(0, 0);
  const first = performance.now() - start;
  const times = guide.forms.map((): number[] => []);
  const processor: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, own] of times.entries()) {
      const begun = performance.now();
      const { user, system } = process.cpuUsage();
      await write(index, round + 1);
      const used = process.cpuUsage();
      // The first round warms the compiler up.
      if (round === 0) continue;
      own.push(performance.now() - begun);
      processor.push((used.user + used.system - user - system) / 1000);
    }
  }
  const forms = guide.forms.map(({ id }, i) => ({ form: id, median: median(times[i] ?? []) }));
  const all = median(times.flat());
  return {
    first,
    forms,
    median: all,
    processor: median(processor),
    ratio: GOAL / all,
    archive: await archive(write),
  };
}

async function archive(write: (index: number, round: number) => Promise<Uint8Array>) {
  async function* files() {
    for (let i = 0; i < ARCHIVED; i += 1)
      yield { name: `${i}.pdf`, bytes: await write(i, ROUNDS + 2 + i) };
  }
  const before = process.memoryUsage().rss;
  const begun = performance.now();
  let bytes = 0;
  let most = before;
  for await (const piece of zipStream(files())) {
    bytes += piece.length;
    most = Math.max(most, process.memoryUsage().rss);
  }
  return {
    seconds: (performance.now() - begun) / 1000,
    megabytes: bytes / MEGABYTE,
    grownBy: (most - before) / MEGABYTE,
  };
}
