import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type BegunUpload, begunUploads } from './begun-uploads.ts';
import { deskFetch } from './desk-fetch.ts';
import { dropUpload, type SentUpload, type UploadHow, uploadFile } from './upload-file.ts';

/** A file on its way, or one that was on its way when the page was left. */
export interface UploadItem<View> {
  /** The same as long as it is seen. */
  readonly key: string;
  readonly name: string;
  readonly size: number;
  /** What it was chosen for, as `add` was told; '' where it wasn't, or in an earlier visit. */
  readonly chosenFor: string;
  readonly received: number;
  /** queued: after others; left: begun before, and to be chosen again to be gone on with. */
  readonly state: 'queued' | 'sending' | 'waiting' | 'left' | 'whole' | 'failed';
  /** Why it failed, as it is shown. */
  readonly message: string;
  readonly upload: View | undefined;
}

export interface Uploads<View> {
  readonly items: readonly UploadItem<View>[];
  add(files: readonly File[], chosenFor?: string): void;
  /** Stops it, and takes it away here and at the server. */
  remove(key: string): void;
  /** Out of the list: something refers to it now. */
  release(key: string): void;
}

interface Options<View extends SentUpload>
  extends Pick<UploadHow<View>, 'purpose' | 'contract' | 'mostPart'> {
  /** Something came whole and was found good. The server may have given it another name than it was chosen by. */
  readonly onWhole?: (upload: View, chosenFor: string) => void;
}

/**
 * Files that are sent for one purpose, one after the other.
 * @example const uploads = useUploads({ purpose: 'licence', contract: uploadView, mostPart: MOST_PART });
 */
export function useUploads<View extends SentUpload>({
  purpose,
  contract,
  mostPart,
  onWhole,
}: Options<View>): Uploads<View> {
  const [items, setItems] = useState<readonly UploadItem<View>[]>([]);
  const stops = useRef(new Map<string, AbortController>());
  const queue = useRef<Promise<void>>(Promise.resolve());
  const told = useRef(onWhole);
  told.current = onWhole;
  const change = useCallback((key: string, next: Partial<UploadItem<View>>) => {
    setItems((all) => all.map((item) => (item.key === key ? { ...item, ...next } : item)));
  }, []);

  useEffect(() => {
    const stop = new AbortController();
    void leftOver(purpose, contract, stop.signal).then((left) => {
      if (!stop.signal.aborted) setItems((all) => [...left, ...all]);
    });
    const running = stops.current;
    return () => {
      stop.abort();
      for (const one of running.values()) one.abort();
    };
  }, [purpose, contract]);

  const send = useCallback(
    async (key: string, file: File, chosenFor: string) => {
      const stop = stops.current.get(key);
      if (!stop || stop.signal.aborted) return;
      change(key, { state: 'sending' });
      const onProgress: UploadHow<View>['onProgress'] = ({ received, waiting }) =>
        change(key, { received, state: waiting ? 'waiting' : 'sending' });
      const how = { purpose, contract, mostPart, onProgress, signal: stop.signal };
      const done = await uploadFile(file, how).catch((error: unknown) => {
        if (stop.signal.aborted) return undefined;
        throw error;
      });
      if (!done || stop.signal.aborted) return;
      if (!done.ok) {
        const [first] = done.fault.faults;
        change(key, { state: 'failed', message: first?.message ?? done.fault.message });
      } else if (done.value.state === 'refused') {
        change(key, {
          state: 'failed',
          message: done.value.refusedBecause ?? '',
          upload: done.value,
        });
      } else {
        change(key, { state: 'whole', received: done.value.size, upload: done.value });
        told.current?.(done.value, chosenFor);
      }
    },
    [purpose, contract, mostPart, change],
  );

  return useMemo(() => {
    const take = (key: string) => {
      stops.current.get(key)?.abort();
      stops.current.delete(key);
      setItems((all) => all.filter((item) => item.key !== key));
    };
    return {
      items,
      add(files, chosenFor = '') {
        for (const file of files) {
          const left = items.find(
            ({ state, name, size }) => state === 'left' && name === file.name && size === file.size,
          );
          const key = `${file.name} ${file.lastModified} ${performance.now()} ${Math.random()}`;
          stops.current.set(key, new AbortController());
          const item = { ...itemOf(key, file), chosenFor, received: left?.received ?? 0 };
          setItems((all) => [...all.filter((each) => each !== left), item]);
          queue.current = queue.current.then(() => send(key, file, chosenFor));
        }
      },
      remove(key) {
        const item = items.find((each) => each.key === key);
        take(key);
        const id = item?.upload?.id ?? begunId(purpose, item);
        if (id !== undefined) void dropUpload(id, { parse: (value) => value });
      },
      release: take,
    };
  }, [items, purpose, send]);
}

function itemOf(key: string, file: { readonly name: string; readonly size: number }) {
  const { name, size } = file;
  return {
    key,
    name,
    size,
    chosenFor: '',
    received: 0,
    state: 'queued',
    message: '',
    upload: undefined,
  } as const;
}

function begunId(
  purpose: string,
  item: { readonly key: string; readonly name: string; readonly size: number } | undefined,
): string | undefined {
  const begun = begunUploads(purpose);
  return begun.find(
    ({ id, name, size }) => id === item?.key || (name === item?.name && size === item.size),
  )?.id;
}

/** What was begun in this browser by the same person, and isn't whole. */
async function leftOver<View extends SentUpload>(
  purpose: string,
  contract: Options<View>['contract'],
  signal: AbortSignal,
): Promise<readonly UploadItem<View>[]> {
  const seen = await Promise.all(
    begunUploads(purpose).map(async (begun: BegunUpload) => {
      const answer = await deskFetch({ path: `/api/uploads/${begun.id}`, signal }, contract).catch(
        () => undefined,
      );
      if (!answer?.ok || answer.value.state !== 'receiving') return [];
      const { received } = answer.value;
      return [{ ...itemOf(begun.id, begun), received, state: 'left' as const }];
    }),
  );
  return seen.flat();
}
