import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answered, ask } from './asking.ts';
import type { Applicant } from './set-up.ts';

/** What the server said it keeps. */
export interface Acknowledged {
  readonly applicant: Applicant;
  /** Path → value and revision of each save. */
  readonly saves: ReadonlyMap<string, { readonly value: string; readonly revision: number }>;
  /** The paper's name and size; undefined where the upload wasn't acknowledged. */
  readonly paper: { readonly name: string; readonly size: number } | undefined;
  /** The receipt's number. */
  readonly receipt: string | undefined;
  readonly took: {
    readonly save: readonly number[];
    readonly upload: readonly number[];
    readonly submit: readonly number[];
  };
}

export interface Pace {
  readonly saves: number;
  /** Milliseconds between two things he does. */
  readonly least: number;
  readonly most: number;
}

const SIZE = 2 * 1024 * 1024;
const PNG_HEAD = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const PNG_END = Buffer.from('0000000049454e44ae426082', 'hex');

/** One applicant: saves field by field, uploads a picture in between, and submits. */
export async function apply(url: string, applicant: Applicant, pace: Pace): Promise<Acknowledged> {
  const saves = new Map<string, { value: string; revision: number }>();
  const took = { save: [] as number[], upload: [] as number[], submit: [] as number[] };
  const pause = () => wait(pace.least + Math.random() * (pace.most - pace.least));
  const draft = `${url}/api/applications/${applicant.draft}`;
  const uploadAt = Math.floor(Math.random() * pace.saves);
  let paper: Acknowledged['paper'];
  await wait(Math.random() * pace.most);
  for (let n = 0; n < pace.saves; n += 1) {
    const path = `fact/班次/k${n}/班次名称`;
    const value = `第${applicant.number}家第${n}处（示例）${randomUUID()}`;
    const body = { saves: [{ path, value, base: 0 }] };
    const saved = await ask(`${draft}/fields`, applicant, 'POST', body);
    saves.set(path, { value, revision: revisionOf(saved) });
    took.save.push(saved.took);
    if (n === uploadAt) {
      const start = performance.now();
      paper = await upload(url, applicant);
      took.upload.push(performance.now() - start);
    }
    await pause();
  }
  const key = randomUUID();
  const submitUrl = `${url}/api/applications/${applicant.sealed}/submit`;
  const submitted = await ask(submitUrl, applicant, 'POST', { key });
  took.submit.push(submitted.took);
  return { applicant, saves, paper, receipt: textOf(demandOk(submitted), 'number'), took };
}

/** In four parts, so that one is under way when the server dies; goes on where the server's count ends. */
async function upload(url: string, applicant: Applicant): Promise<Acknowledged['paper']> {
  const bytes = Buffer.concat([PNG_HEAD, randomBytes(SIZE - 28), PNG_END]);
  const name = `示例材料${applicant.number}.png`;
  const begun = await ask(`${url}/api/uploads`, applicant, 'POST', {
    purpose: 'paper',
    name,
    size: bytes.length,
  });
  const id = textOf(demandOk(begun), 'id');
  const at = `${url}/api/uploads/${id}`;
  for (;;) {
    const state = await ask(at, applicant, 'GET');
    const received = Number(Reflect.get(Object(demandOk(state)), 'received'));
    if (received >= bytes.length) break;
    const part = bytes.subarray(received, received + bytes.length / 4);
    // Refused where a part arrived whose answer was lost: what the server has is asked anew.
    await ask(`${at}/content?offset=${received}`, applicant, 'PUT', part);
  }
  demandOk(await ask(`${at}/finish`, applicant, 'POST'));
  const papers = `${url}/api/applications/${applicant.draft}/papers`;
  const added = await ask(papers, applicant, 'POST', { upload: id, paper: '其他材料' });
  // The first answer may have been lost: then the upload is used already.
  if (added.status !== 200) {
    const kept = JSON.stringify(demandOk(await ask(papers, applicant, 'GET')));
    if (!kept.includes(name)) throw new Error(`paper: ${JSON.stringify(added.body)}`);
  }
  return { name, size: bytes.length };
}

function revisionOf(saved: Answered): number {
  const { saved: fields } = demandOk(saved) as { readonly saved: readonly { revision: number }[] };
  return fields[0]?.revision ?? 0;
}

function demandOk({ status, body }: Answered): unknown {
  if (status !== 200) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

function textOf(body: unknown, key: string): string {
  return String(Reflect.get(Object(body), key));
}
