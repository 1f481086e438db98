import { begunOf, forgetBegun, rememberBegun } from './begun-uploads.ts';
import { type DeskAnswer, type DeskAsk, type DeskFault, deskFetch } from './desk-fetch.ts';

/** What the server says of an upload, as far as sending it goes. */
export interface SentUpload {
  readonly id: string;
  readonly size: number;
  readonly received: number;
  readonly state: 'receiving' | 'whole' | 'used' | 'refused';
  readonly refusedBecause: string | null;
}

export interface UploadProgress {
  readonly id: string;
  /** Bytes the server has for good. */
  readonly received: number;
  /** The line is down: it goes on by itself when it is back. */
  readonly waiting: boolean;
}

export interface UploadHow<View extends SentUpload> {
  readonly purpose: string;
  readonly contract: { parse(value: unknown): View };
  /** The most bytes the server takes at once. */
  readonly mostPart: number;
  readonly onProgress: (progress: UploadProgress) => void;
  /** Stops sending; what was received stays, to be gone on with. */
  readonly signal: AbortSignal;
}

const PATH = '/api/uploads';
const FIRST_PART = 256 * 1024;
const LEAST_PART = 16 * 1024;
/** A part is to take about so long: then progress is seen, and a cut costs little. */
const QUICK = 1500;
const SLOW = 6000;
const LONGEST_WAIT = 15_000;
/** After these the same may be sent again. */
const PASSING = new Set(['unreachable', 'too-many-requests', 'busy']);
/** Another window sent on meanwhile, or an answer was lost. */
const ASTRAY = new Set(['wrong-offset', 'not-receiving']);

const FILE_CHANGED: DeskFault = {
  code: 'file-changed',
  message: '文件在上传途中被改动或移走了，请重新选择',
  faults: [],
};

/**
 * Sends a file in parts, on from where an earlier try ended, also one before the page was loaded. While the line is
 * down it waits. @returns the upload, whole or refused for what is in it; or why it can't be sent
 * @throws when `signal` ended it
 * @example await uploadFile(file, { purpose: 'licence', contract: uploadView, mostPart: MOST_PART, onProgress, signal })
 */
export async function uploadFile<View extends SentUpload>(
  file: File,
  how: UploadHow<View>,
): Promise<DeskAnswer<View>> {
  let at = await start(file, how);
  let part = FIRST_PART;
  while (at.ok && at.value.state === 'receiving' && at.value.received < file.size) {
    const { id, received } = at.value;
    how.onProgress({ id, received, waiting: false });
    const began = performance.now();
    const bytes = file.slice(received, received + Math.min(part, how.mostPart));
    const path = `${PATH}/${id}/content?offset=${received}`;
    const sent = await deskFetch({ method: 'PUT', path, bytes, signal: how.signal }, how.contract);
    const took = performance.now() - began;
    if (sent.ok) {
      if (took < QUICK) part = Math.min(part * 2, how.mostPart);
      if (took > SLOW) part = Math.max(part / 2, LEAST_PART);
      at = sent;
    } else if (isPassing(sent.fault) || ASTRAY.has(sent.fault.code)) {
      if (!(await isReadable(bytes))) return { ok: false, fault: FILE_CHANGED };
      part = Math.max(part / 2, LEAST_PART);
      if (isPassing(sent.fault)) await pause(how, { id, received }, 1);
      // Whether the part arrived only the server knows.
      at = await persist({ path: `${PATH}/${id}` }, how, { id, received });
    } else {
      return sent;
    }
  }
  if (!at.ok) return at;
  const { id, received } = at.value;
  how.onProgress({ id, received, waiting: false });
  const path = `${PATH}/${id}/finish`;
  const done = await persist({ method: 'POST', path }, how, { id, received });
  if (done.ok) forgetBegun(id);
  return done;
}

/** Takes an upload away, here and at the server. */
export async function dropUpload(
  id: string,
  contract: { parse(value: unknown): unknown },
): Promise<void> {
  forgetBegun(id);
  await deskFetch({ method: 'DELETE', path: `${PATH}/${id}` }, contract);
}

async function start<View extends SentUpload>(
  file: File,
  how: UploadHow<View>,
): Promise<DeskAnswer<View>> {
  const { purpose, contract, signal } = how;
  const { name, size, lastModified: modified } = file;
  const earlier = begunOf(purpose, file);
  if (earlier) {
    const seen = await persist({ path: `${PATH}/${earlier.id}` }, how, {
      id: earlier.id,
      received: 0,
    });
    if (seen.ok && seen.value.state === 'receiving') return seen;
    if (!seen.ok && seen.fault.code !== 'no-such') return seen;
    forgetBegun(earlier.id);
  }
  const body = { purpose, name, size };
  const begun = await deskFetch({ method: 'POST', path: PATH, body, signal }, contract);
  if (begun.ok) rememberBegun({ id: begun.value.id, purpose, name, size, modified });
  return begun;
}

/** Asks until there is an answer. */
async function persist<View extends SentUpload>(
  asked: DeskAsk,
  how: UploadHow<View>,
  at: { readonly id: string; readonly received: number },
): Promise<DeskAnswer<View>> {
  for (let times = 1; ; times += 1) {
    const answer = await deskFetch({ ...asked, signal: how.signal }, how.contract);
    if (answer.ok || !isPassing(answer.fault)) return answer;
    await pause(how, at, times);
  }
}

/** A file that changed on disk can't be read any more, which a request tells no other than a line that is down. */
function isReadable(bytes: Blob): Promise<boolean> {
  return bytes
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
}

function isPassing({ code }: DeskFault): boolean {
  return PASSING.has(code);
}

/** Waits longer each time, at most until the browser says that the line is back. */
function pause<View extends SentUpload>(
  { signal, onProgress }: UploadHow<View>,
  at: { readonly id: string; readonly received: number },
  times: number,
): Promise<void> {
  signal.throwIfAborted();
  onProgress({ ...at, waiting: true });
  return new Promise((resolve, reject) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      signal.removeEventListener('abort', stop);
      resolve();
    };
    const stop = () => {
      go();
      reject(signal.reason);
    };
    const timer = setTimeout(go, Math.min(LONGEST_WAIT, 500 * 2 ** times));
    window.addEventListener('online', go);
    signal.addEventListener('abort', stop);
  });
}
