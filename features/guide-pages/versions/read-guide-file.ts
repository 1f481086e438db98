import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { guideFromJson } from '@fuchi/policy/guide-json';
import { guideFileShape } from './guide-file-shape.ts';

/** A guide is about a megabyte; whatever is so much larger is none. */
const MOST_BYTES = 8 * 1024 * 1024;

export type GuideFileRead =
  | { readonly ok: true; readonly guide: CheckedGuide }
  /** What to tell whoever chose the file. */
  | { readonly ok: false; readonly sentence: string };

/** A guide's JSON as a person chose it from disk. Nothing of it is trusted, nothing leaves the browser. */
export async function readGuideFile(file: Blob): Promise<GuideFileRead> {
  if (file.size === 0) return refused('这个文件是空的。');
  if (file.size > MOST_BYTES) {
    return refused('这个文件超过8MB，不会是指南数据。请选择从“下载指南数据”得到的文件。');
  }
  return readGuideText(await file.text());
}

export function readGuideText(text: string): GuideFileRead {
  const loaded = guideFromJson(text);
  if (!loaded.ok) return refused(SENTENCES[loaded.code](loaded.path));
  const shape = guideFileShape.safeParse(loaded.guide);
  if (!shape.success) {
    return refused(SENTENCES['broken-part'](shape.error.issues[0]?.path.join('.') ?? ''));
  }
  return { ok: true, guide: loaded.guide };
}

type Code = Extract<ReturnType<typeof guideFromJson>, { ok: false }>['code'];

const SENTENCES: Readonly<Record<Code, (path: string) => string>> = {
  'not-json': () => '这个文件不是JSON，或者没有下载完整。请选择从“下载指南数据”得到的文件。',
  'not-a-guide': () => '这个文件里没有指南。请选择从“下载指南数据”得到的文件。',
  'other-format': () => '这个文件是另一种格式的指南数据，本系统读不了。请用同一版系统重新下载。',
  'broken-part': (path) => `指南数据不完整或写法不对：${path.slice(0, 80)}。`,
  'broken-tree': (path) => `指南数据里有读不懂的式子：${path.slice(0, 80)}。`,
};

function refused(sentence: string): GuideFileRead {
  return { ok: false, sentence };
}
