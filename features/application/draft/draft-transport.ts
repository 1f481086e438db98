import { deskFetch } from '@fuchi/platform-browser/desk-fetch';
import type { TabMemory } from '@fuchi/platform-browser/tab-memory';
import {
  type FieldSave,
  fieldSave,
  type KeptField,
  saveReply,
} from '@fuchi/record-application/contract';
import { fieldsView } from '../contract.ts';
import type { KeeperParts, Sent } from './draft-keeper.ts';

const PATIENCE = 15_000;

/** How a draft's keeper reaches the server, and where it keeps what isn't there yet. */
export function draftTransport(application: string, tab: TabMemory): KeeperParts {
  const path = `/api/applications/${application}/fields`;
  return {
    async send(saves) {
      // A line that is cut may leave a request without any end: then the same is sent again, which changes nothing.
      const signal = AbortSignal.timeout(PATIENCE);
      const answer = await deskFetch({ method: 'POST', path, body: { saves }, signal }, saveReply);
      return answer.ok ? { kind: 'saved', reply: answer.value } : sentOf(answer.fault);
    },
    async pull(since): Promise<readonly KeptField[] | undefined> {
      const answer = await deskFetch({ path: `${path}?since=${since}` }, fieldsView);
      return answer.ok ? answer.value.fields : undefined;
    },
    store: {
      read: () => tab.read().flatMap(savesOf),
      write: (saves) => tab.write(saves),
    },
    later(run, milliseconds) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}

const CLOSED = new Set(['not-open', 'no-such', 'forbidden']);
const SIGNED_OUT = new Set(['sign-in-first', 'other-duty']);

function sentOf(fault: {
  readonly code: string;
  readonly message: string;
  readonly faults: readonly { readonly path: string; readonly message: string }[];
}): Sent {
  if (SIGNED_OUT.has(fault.code)) return { kind: 'signed-out' };
  if (CLOSED.has(fault.code)) return { kind: 'closed', message: fault.message };
  if (fault.code !== 'bad-input') return { kind: 'again' };
  const faults = new Map<number, string>();
  for (const { path, message } of fault.faults) {
    const index = /^saves[.[](\d+)/.exec(path)?.[1];
    if (index !== undefined) faults.set(Number(index), message);
  }
  return { kind: 'bad', faults };
}

/** What an earlier tab wrote; whatever isn't a save is left out. */
function savesOf(kept: unknown): readonly FieldSave[] {
  const list: unknown[] = Array.isArray(kept) ? kept.flat(Number.POSITIVE_INFINITY) : [];
  return list.flatMap((one) => {
    const read = fieldSave.safeParse(one);
    return read.success ? [read.data] : [];
  });
}
