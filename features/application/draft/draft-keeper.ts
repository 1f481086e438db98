import type {
  FieldSave,
  FieldValue,
  KeptField,
  SaveReply,
} from '@fuchi/record-application/contract';
import { sameValue } from '@fuchi/record-application/contract-entry';

/** What a send came to. `again`: nobody knows whether it arrived, or the server is busy; the same is sent later. */
export type Sent =
  | { readonly kind: 'saved'; readonly reply: SaveReply }
  | { readonly kind: 'again' }
  | { readonly kind: 'signed-out' }
  /** Nothing is taken any more: submitted, frozen by a colleague, given up, or never there. */
  | { readonly kind: 'closed'; readonly message: string }
  /** Values that can't be kept, by their place in the saves that were sent. */
  | { readonly kind: 'bad'; readonly faults: ReadonlyMap<number, string> };

export interface KeeperParts {
  readonly send: (saves: readonly FieldSave[]) => Promise<Sent>;
  /** Fields changed after a revision; undefined where there is no answer. */
  readonly pull: (since: number) => Promise<readonly KeptField[] | undefined>;
  /** What is not yet on the server, in the browser: survives a reload and a crash. */
  readonly store: {
    read(): readonly FieldSave[];
    write(saves: readonly FieldSave[]): void;
  };
  readonly later: (run: () => void, milliseconds: number) => () => void;
}

export interface Conflict {
  readonly theirs: KeptField;
  readonly yours: FieldValue;
}

export interface KeeperState {
  /** Every field as the writer sees it: his own words first. */
  readonly values: ReadonlyMap<string, FieldValue>;
  /**
   * saved: everything is on the server. saving: on its way. offline: kept in the browser, sent when the line is back.
   * signed-out: kept in the browser until somebody signs in. closed: nothing is taken any more.
   */
  readonly status: 'saved' | 'saving' | 'offline' | 'signed-out' | 'closed';
  /** When the server last kept something, by its clock; '' before. */
  readonly savedAt: string;
  /** Fields not on the server yet. */
  readonly waiting: number;
  readonly conflicts: ReadonlyMap<string, Conflict>;
  /** Fields whose value can't be kept, and why. */
  readonly refused: ReadonlyMap<string, string>;
  /** Why the draft is closed; '' while it isn't. */
  readonly closed: string;
}

/** Long enough for a word, short enough that closing the page loses none: it is in the browser at once anyway. */
const PAUSE = 600;
const FIRST_RETRY = 2_000;
const LAST_RETRY = 30_000;
const MOST_AT_ONCE = 500;

type Local = ReadonlyMap<string, { readonly value: FieldValue; readonly base: number }>;

/**
 * The draft in one browser. Every change is in the browser's store before anything else happens, then on its way to
 * the server; what can't be sent waits; what somebody else changed meanwhile is shown and decided by the writer.
 */
export class DraftKeeper {
  private readonly parts: KeeperParts;
  private readonly kept = new Map<string, KeptField>();
  private waiting: Local = new Map();
  private sending: Local = new Map();
  private readonly conflicts = new Map<string, Conflict>();
  private readonly refused = new Map<string, string>();
  private status: KeeperState['status'] = 'saved';
  private savedAt = '';
  private closed = '';
  private revision = 0;
  private retry = FIRST_RETRY;
  private cancel: (() => void) | undefined;
  private readonly listeners = new Set<() => void>();
  private state: KeeperState;

  /** @param kept the draft as the server has it */
  constructor(parts: KeeperParts, kept: readonly KeptField[]) {
    this.parts = parts;
    this.takeKept(kept);
    for (const { at } of kept) if (at > this.savedAt) this.savedAt = at;
    this.waiting = new Map(parts.store.read().map(({ path, ...rest }) => [path, rest]));
    for (const [path, { value }] of this.waiting) {
      if (sameValue(this.kept.get(path)?.value ?? null, value))
        this.waiting = without(this.waiting, path);
    }
    this.state = this.seen();
    if (this.waiting.size > 0) this.schedule(0);
  }

  readonly read = (): KeeperState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The writer's changes. null takes a field away. */
  change(changes: readonly { readonly path: string; readonly value: FieldValue }[]): void {
    if (this.closed !== '') return;
    const waiting = new Map(this.waiting);
    for (const { path, value } of changes) {
      this.refused.delete(path);
      const conflict = this.conflicts.get(path);
      if (conflict) {
        this.conflicts.set(path, { ...conflict, yours: value });
        continue;
      }
      const base = this.kept.get(path)?.revision ?? 0;
      waiting.set(path, { value, base });
    }
    this.waiting = waiting;
    this.persist();
    this.status = this.waiting.size > 0 ? this.statusWhile('saving') : this.status;
    this.tell();
    this.schedule(PAUSE);
  }

  /** The writer has seen both values and chose. */
  decide(path: string, choice: 'yours' | 'theirs'): void {
    const conflict = this.conflicts.get(path);
    if (!conflict) return;
    this.conflicts.delete(path);
    if (choice === 'yours') this.change([{ path, value: conflict.yours }]);
    else {
      this.persist();
      this.tell();
    }
  }

  /** Sends at once what waits: before the page is left, when the line is back, when somebody signed in again. */
  flush(): void {
    if (this.closed !== '') return;
    this.retry = FIRST_RETRY;
    this.schedule(0);
  }

  /** Looks for what others changed. */
  async pull(): Promise<void> {
    const news = await this.parts.pull(this.revision);
    if (!news || news.length === 0) return;
    this.takeKept(news);
    this.tell();
  }

  stop(): void {
    this.cancel?.();
    this.cancel = undefined;
    this.listeners.clear();
  }

  private takeKept(fields: readonly KeptField[]): void {
    for (const field of fields) {
      const before = this.kept.get(field.path);
      if (!before || field.revision >= before.revision) this.kept.set(field.path, field);
      this.revision = Math.max(this.revision, field.revision);
    }
  }

  private statusWhile(status: KeeperState['status']): KeeperState['status'] {
    return this.status === 'offline' || this.status === 'signed-out' ? this.status : status;
  }

  private schedule(milliseconds: number): void {
    this.cancel?.();
    this.cancel = this.parts.later(() => void this.send(), milliseconds);
  }

  private async send(): Promise<void> {
    if (this.sending.size > 0 || this.waiting.size === 0) return;
    const batch = [...this.waiting].slice(0, MOST_AT_ONCE);
    this.sending = new Map(batch);
    this.waiting = new Map([...this.waiting].slice(MOST_AT_ONCE));
    this.tell();
    const saves = batch.map(([path, { value, base }]) => ({ path, value, base }));
    const sent = await this.parts.send(saves).catch((): Sent => ({ kind: 'again' }));
    this.take(sent, saves);
    this.persist();
    this.tell();
  }

  private take(sent: Sent, saves: readonly FieldSave[]): void {
    switch (sent.kind) {
      case 'saved':
        this.takeReply(sent.reply, saves);
        return;
      case 'bad':
        saves.forEach(({ path }, i) => {
          const why = sent.faults.get(i);
          if (why === undefined) return;
          this.refused.set(path, why);
          this.sending = without(this.sending, path);
        });
        this.back();
        this.status = this.waiting.size > 0 ? 'saving' : 'saved';
        // Without a place for the fault the same would be refused for ever.
        if (sent.faults.size > 0 && this.waiting.size > 0) this.schedule(0);
        return;
      case 'again':
        this.back();
        this.status = 'offline';
        this.schedule(this.retry);
        this.retry = Math.min(this.retry * 2, LAST_RETRY);
        return;
      case 'signed-out':
        this.back();
        this.status = 'signed-out';
        return;
      case 'closed':
        this.back();
        this.status = 'closed';
        this.closed = sent.message;
    }
  }

  private takeReply(reply: SaveReply, saves: readonly FieldSave[]): void {
    this.savedAt = reply.at;
    this.retry = FIRST_RETRY;
    const values = new Map(saves.map(({ path, value }) => [path, value]));
    for (const { path, revision } of reply.saved) {
      this.kept.set(path, {
        path,
        value: values.get(path) ?? null,
        revision,
        by: '',
        at: reply.at,
      });
      this.rebase(path, revision);
    }
    for (const theirs of reply.conflicts) {
      this.kept.set(theirs.path, theirs);
      const yours = this.waiting.get(theirs.path)?.value ?? values.get(theirs.path) ?? null;
      this.waiting = without(this.waiting, theirs.path);
      this.conflicts.set(theirs.path, { theirs, yours });
    }
    this.sending = new Map();
    this.status = this.waiting.size > 0 ? 'saving' : 'saved';
    if (this.waiting.size > 0) this.schedule(PAUSE);
  }

  /** What was typed while the field was on its way follows the revision it got. */
  private rebase(path: string, base: number): void {
    const typed = this.waiting.get(path);
    if (typed) this.waiting = new Map(this.waiting).set(path, { ...typed, base });
  }

  /** What was on its way waits again; what was typed since is newer. */
  private back(): void {
    this.waiting = new Map([...this.sending, ...this.waiting]);
    this.sending = new Map();
  }

  /** Conflicts are the writer's words as well: they must survive a reload, which asks about them again. */
  private persist(): void {
    const local = new Map([...this.sending, ...this.waiting]);
    const saves = [...local].map(([path, { value, base }]) => ({ path, value, base }));
    const open = [...this.conflicts].map(([path, { yours }]) => ({ path, value: yours, base: 0 }));
    this.parts.store.write([...saves, ...open]);
  }

  private tell(): void {
    this.state = this.seen();
    for (const listener of this.listeners) listener();
  }

  private seen(): KeeperState {
    const values = new Map<string, FieldValue>();
    for (const [path, { value }] of this.kept) if (value !== null) values.set(path, value);
    const own = [
      ...[...this.conflicts].map(([path, { yours }]) => [path, yours] as const),
      ...[...this.sending, ...this.waiting].map(([path, { value }]) => [path, value] as const),
    ];
    for (const [path, value] of own) {
      if (value === null) values.delete(path);
      else values.set(path, value);
    }
    return {
      values,
      status: this.status,
      savedAt: this.savedAt,
      waiting: new Set([...this.sending.keys(), ...this.waiting.keys()]).size,
      conflicts: new Map(this.conflicts),
      refused: new Map(this.refused),
      closed: this.closed,
    };
  }
}

function without(fields: Local, path: string): Local {
  return new Map([...fields].filter(([name]) => name !== path));
}
