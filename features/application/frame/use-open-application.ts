import { type DeskFault, deskFetch } from '@fuchi/platform-browser/desk-fetch';
import { type GuideData, loadGuideVersion } from '@fuchi/platform-browser/guide-data';
import { onSessionNews } from '@fuchi/platform-browser/session-news';
import { openTabMemory } from '@fuchi/platform-browser/tab-memory';
import type { Program } from '@fuchi/policy/assess/program';
import { programUnder } from '@fuchi/record-application/contract-judge';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { type ApplicationView, applicationView } from '../contract.ts';
import { DraftKeeper } from '../draft/draft-keeper.ts';
import { draftTransport } from '../draft/draft-transport.ts';
import type { ApplicationWorld } from './application-world.ts';

export type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'refused'; readonly fault: DeskFault }
  | { readonly state: 'open'; readonly world: ApplicationWorld };

interface Opened {
  readonly view: ApplicationView;
  readonly data: GuideData;
  readonly keeper: DraftKeeper;
}

/** How often others' changes are looked for while the page is seen. */
const PULL_EVERY = 8_000;

/** Opens an application in this tab: its draft, its guide, and an eye on what others do in it. */
export function useOpenApplication(id: string, site: GuideData): Opening {
  const [opened, setOpened] = useState<Opened>();
  const [fault, setFault] = useState<DeskFault>();
  useEffect(() => {
    const ending = new AbortController();
    let end = () => {};
    setOpened(undefined);
    setFault(undefined);
    void (async () => {
      const answer = await read(id, ending.signal);
      if (!answer.ok) return setFault(answer.fault);
      const view = answer.value;
      const data = await dataOf(view, [site], ending.signal);
      const tab = await openTabMemory(`fuchi.draft.${view.me.account}.${id}`);
      const keeper = new DraftKeeper(draftTransport(id, tab), view.fields);
      end = () => {
        keeper.stop();
        tab.close();
      };
      if (ending.signal.aborted) return end();
      setOpened({ view, data, keeper });
    })().catch((error: unknown) => {
      if (!ending.signal.aborted) throw error;
    });
    return () => {
      ending.abort();
      end();
    };
  }, [id, site]);
  const keeper = opened?.keeper;
  useEffect(() => (keeper ? watch(keeper) : undefined), [keeper]);
  const draft = useSyncExternalStore(
    keeper?.subscribe ?? NOTHING.subscribe,
    keeper?.read ?? NOTHING.read,
  );
  const data = opened?.data;
  const reload = useCallback(() => {
    void (async () => {
      const answer = await read(id);
      if (!answer.ok) return;
      const view = answer.value;
      // The round's guide may have been corrected meanwhile.
      const now = await dataOf(view, data ? [data, site] : [site]);
      setOpened((before) => before && { ...before, view, data: now });
    })();
  }, [id, site, data]);
  const program = useMemo(() => opened && programOf(opened), [opened]);
  return useMemo((): Opening => {
    if (fault) return { state: 'refused', fault };
    if (!opened || !program || !draft) return { state: 'opening' };
    const change: ApplicationWorld['change'] = (changes) => opened.keeper.change(changes);
    return { state: 'open', world: { ...opened, program, draft, change, reload } };
  }, [fault, opened, program, draft, reload]);
}

/** The guide it is judged by: one that is here already, or asked for. */
async function dataOf(
  { guide }: ApplicationView,
  here: readonly GuideData[],
  signal: AbortSignal = new AbortController().signal,
): Promise<GuideData> {
  return (
    here.find((data) => data.guide.guide.digest === guide) ??
    (await loadGuideVersion(guide, signal))
  );
}

function programOf({ view, data }: Opened): Program {
  const program = programUnder(data.guide, view.line, view.options);
  if (!program) throw new Error(`the guide has no line ${view.line}`);
  return program;
}

const NOTHING = { subscribe: () => () => {}, read: () => undefined };

function read(id: string, signal?: AbortSignal) {
  return deskFetch({ path: `/api/applications/${id}`, ...(signal && { signal }) }, applicationView);
}

/** Sends what waits as soon as it can go, and looks for others' changes. @returns how to stop */
function watch(keeper: DraftKeeper): () => void {
  const seen = () => document.visibilityState === 'visible';
  const pull = () => {
    if (seen()) void keeper.pull();
  };
  const flush = () => keeper.flush();
  const leave = () => {
    if (!seen()) keeper.flush();
    else pull();
  };
  const timer = setInterval(pull, PULL_EVERY);
  const news = onSessionNews((what) => {
    if (what === 'changed') flush();
  });
  window.addEventListener('online', flush);
  document.addEventListener('visibilitychange', leave);
  return () => {
    clearInterval(timer);
    news();
    window.removeEventListener('online', flush);
    document.removeEventListener('visibilitychange', leave);
  };
}
