import { type KeptValue, keptValue } from '@fuchi/platform-browser/kept-value';
import { minuteNow } from '@fuchi/platform-browser/minute-now';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { blankDraft, type Draft, isBlankFilling, readDraft } from './draft.ts';
import { changed, type History, historyOf, leave, redone, undone } from './history.ts';

/** The draft of one form and what can be undone in it, for as long as the page lives. */
export interface DraftBook {
  read(): DraftState;
  subscribe(listener: () => void): () => void;
  /** Changes the draft at a place; changes in a row at one place are undone together. */
  change(at: string, how: (draft: Draft) => Draft): void;
  /** The place was left: what is changed there next is undone by itself. */
  leave(): void;
  /** @returns the place of the change that was undone, undefined where there was none */
  undo(): string | undefined;
  redo(): string | undefined;
}

export interface DraftState {
  readonly draft: Draft;
  readonly undoable: boolean;
  readonly redoable: boolean;
  /** Whether the browser kept the last change. */
  readonly kept: boolean;
}

const books = new Map<string, DraftBook>();

/** The one book of a form, shared by all pages. Each guide has drafts of its own. */
export function draftBook({ guide }: CheckedGuide, form: string): DraftBook {
  const key = `fuchi/${guide.id}/forms/${form}`;
  const before = books.get(key);
  if (before) return before;
  const store = keptValue(key, (found) => readDraft(found, form));
  const book = openBook(store, (draft) => stamped(draft, guide, form));
  books.set(key, book);
  return book;
}

/** A draft keeps the version it was begun under, until somebody says it is to follow the present one. */
function stamped(draft: Draft, { version, digest }: CheckedGuide['guide'], form: string): Draft {
  if (isBlankFilling(draft.filling)) return blankDraft(form);
  return {
    ...draft,
    version: draft.digest === '' ? version : draft.version,
    digest: draft.digest === '' ? digest : draft.digest,
    saved: minuteNow(),
  };
}

function openBook(store: KeptValue<Draft>, stamp: (draft: Draft) => Draft): DraftBook {
  let history = historyOf(store.read());
  let kept = true;
  let state = stateOf(history, kept);
  const settle = (next: History<Draft>) => {
    history = { ...next, now: stamp(next.now) };
    state = stateOf(history, kept);
    const keeps = store.write(history.now);
    if (keeps === kept) return;
    kept = keeps;
    state = stateOf(history, kept);
  };
  const back = (step: (History<Draft> & { readonly at: string }) | undefined) => {
    if (!step) return undefined;
    settle(step);
    return step.at;
  };
  return {
    read() {
      // Another tab wrote: what it did isn't ours to undo.
      if (store.read() !== history.now) {
        history = historyOf(store.read());
        state = stateOf(history, kept);
      }
      return state;
    },
    subscribe: store.subscribe,
    change: (at, how) => settle(changed(history, how(history.now), at)),
    leave() {
      history = leave(history);
    },
    undo: () => back(undone(history)),
    redo: () => back(redone(history)),
  };
}

function stateOf({ now, before, after }: History<Draft>, kept: boolean): DraftState {
  return { draft: now, undoable: before.length > 0, redoable: after.length > 0, kept };
}
