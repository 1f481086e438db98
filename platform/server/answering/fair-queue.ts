export interface QueueBounds {
  /** How many may wait in all. */
  readonly all: number;
  /** How many of one client may wait. */
  readonly ofOne: number;
}

/** What waits to be done, by whom it was asked. */
export interface FairQueue<Item> {
  /** @returns false when it is full, for all or for this client */
  add(client: string, item: Item): boolean;
  /** Takes the oldest of the client whose turn it is, among those that may have one more at work. */
  next(mayHave: (client: string) => boolean): { client: string; item: Item } | undefined;
  /** @returns false when it doesn't wait any more */
  remove(client: string, item: Item): boolean;
  readonly length: number;
}

/**
 * Clients take turns: whoever asks much waits behind its own questions, not before everybody's.
 * @example
 * const queue = fairQueue<string>({ all: 64, ofOne: 8 });
 * queue.add('192.0.2.1', 'a');
 * queue.next(() => true)?.item // 'a'
 */
export function fairQueue<Item>(bounds: QueueBounds): FairQueue<Item> {
  /** In the order of their turns; a client that has been served goes to the end. */
  const waiting = new Map<string, Item[]>();
  let length = 0;

  function take(client: string, items: Item[], at: number): void {
    items.splice(at, 1);
    length -= 1;
    if (items.length === 0) waiting.delete(client);
  }

  return {
    add(client, item) {
      const items = waiting.get(client) ?? [];
      if (length >= bounds.all || items.length >= bounds.ofOne) return false;
      items.push(item);
      waiting.set(client, items);
      length += 1;
      return true;
    },
    next(mayHave) {
      for (const [client, items] of waiting) {
        const [item] = items;
        if (item === undefined || !mayHave(client)) continue;
        take(client, items, 0);
        if (waiting.delete(client)) waiting.set(client, items);
        return { client, item };
      }
      return undefined;
    },
    remove(client, item) {
      const items = waiting.get(client) ?? [];
      const at = items.indexOf(item);
      if (at < 0) return false;
      take(client, items, at);
      return true;
    },
    get length() {
      return length;
    },
  };
}
