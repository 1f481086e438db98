/** What one tab of a browser keeps under a name; what tabs that were closed left behind is taken over. */
export interface TabMemory {
  /** Of this tab, and of tabs that aren't there any more. */
  read(): readonly unknown[];
  write(value: unknown): void;
  /** Gives the name free, so that another tab takes over what is left. */
  close(): void;
}

/**
 * A store of this tab's own under a name. Two tabs don't overwrite each other; what a closed or crashed tab left is
 * read by the next one that opens the name. Where the browser has no locks (a page without HTTPS), whatever lies there
 * is read: who writes it again does no harm, since saves that came before change nothing.
 * @example const store = await openTabMemory('fuchi.draft.7.12');
 */
export async function openTabMemory(name: string): Promise<TabMemory> {
  const own = `${name}#${crypto.randomUUID?.() ?? String(Math.random()).slice(2)}`;
  const release = await hold(own);
  const left: unknown[] = [];
  for (const key of keysOf(`${name}#`)) {
    if (key === own || (await isHeld(key))) continue;
    const kept = parsed(get(key));
    if (kept !== undefined) left.push(kept);
    // Kept again by this tab before the other's is taken away.
    set(own, JSON.stringify(left));
    remove(key);
  }
  let current: unknown = left.length > 0 ? left : undefined;
  return {
    read: () => left,
    write(value) {
      current = value;
      if (isEmpty(current)) remove(own);
      else set(own, JSON.stringify(current));
    },
    close: release,
  };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

/** Holds a name as long as the tab lives. @returns how to let go */
async function hold(name: string): Promise<() => void> {
  const { locks } = navigator;
  if (!locks) return () => {};
  return new Promise((held) => {
    void locks.request(
      name,
      () =>
        new Promise<void>((release) => {
          held(() => release());
        }),
    );
  });
}

async function isHeld(name: string): Promise<boolean> {
  const { locks } = navigator;
  if (!locks) return false;
  const { held = [] } = await locks.query();
  return held.some((lock) => lock.name === name);
}

function keysOf(prefix: string): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

function get(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function set(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage refused or full: what is on the screen stays, and goes to the server as always.
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
