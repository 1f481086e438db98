import { type ComponentType, type ReactNode, useEffect, useReducer } from 'react';

const FIRST_RETRY = 2_000;
const LAST_RETRY = 60_000;

/**
 * Part of a page that is downloaded only when it is shown. Where the download fails, the page stays as it is, without
 * the part, which is asked for again by itself: a cut line must not take away a page somebody is writing on.
 * @param load called again after it failed
 * @param ground what stands there meanwhile
 * @example const NoticeMark = latePart(async () => (await import('./notice-mark.tsx')).NoticeMark);
 */
export function latePart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  ground: ReactNode = null,
): ComponentType<Props> {
  let part: ComponentType<Props> | undefined;
  return function LatePart(props: Props) {
    const [, shown] = useReducer((times: number) => times + 1, 0);
    const Part = part;
    const absent = Part === undefined;
    useEffect(() => {
      if (!absent) return;
      return untilLoaded(async () => {
        // Another place that shows it may have it by now.
        part ??= await load();
        shown();
      });
    }, [absent]);
    return Part ? <Part {...props} /> : ground;
  };
}

/** Tries until it works: after growing waits, and as soon as the browser says the line is back. @returns the end of it */
function untilLoaded(attempt: () => Promise<void>): () => void {
  let over = false;
  let trying = false;
  let wait = FIRST_RETRY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const go = async () => {
    if (over || trying) return;
    trying = true;
    clearTimeout(timer);
    try {
      await attempt();
      stop();
    } catch {
      timer = setTimeout(() => void go(), wait);
      wait = Math.min(wait * 2, LAST_RETRY);
    } finally {
      trying = false;
      if (over) clearTimeout(timer);
    }
  };
  const back = () => void go();
  const stop = () => {
    over = true;
    clearTimeout(timer);
    removeEventListener('online', back);
  };
  addEventListener('online', back);
  void go();
  return stop;
}
