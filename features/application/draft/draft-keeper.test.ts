import type { FieldSave, FieldValue, KeptField } from '@fuchi/record-application/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DraftKeeper, type KeeperParts, type Sent } from './draft-keeper.ts';

/** The server's rule for fields, over a map; lines that fail before or after the server kept what came. */
function server() {
  const fields = new Map<string, KeptField>();
  let revision = 0;
  const keep = (saves: readonly FieldSave[], by: string): Sent => {
    const written = saves.filter((save) => {
      const kept = fields.get(save.path);
      return (kept?.revision ?? 0) <= save.base && !same(kept?.value ?? null, save.value);
    });
    const conflicts = saves.flatMap((save) => {
      const kept = fields.get(save.path);
      const late = kept && kept.revision > save.base && !same(kept.value, save.value);
      return late ? [kept] : [];
    });
    if (written.length > 0) revision += 1;
    for (const { path, value } of written) {
      fields.set(path, { path, value, revision, by, at: 't' });
    }
    const saved = saves
      .filter(({ path }) => !conflicts.some((c) => c.path === path))
      .map(({ path }) => ({ path, revision: fields.get(path)?.revision ?? 0 }));
    return { kind: 'saved', reply: { revision, at: 't', saved, conflicts } };
  };
  return { fields, keep };
}

const same = (a: FieldValue, b: FieldValue) => JSON.stringify(a) === JSON.stringify(b);

/** A browser whose line the test cuts, and whose clock the test turns. */
function browser(at: ReturnType<typeof server>, by = '甲') {
  let stored: readonly FieldSave[] = [];
  let timers: (() => void)[] = [];
  const line = {
    answer: undefined as Sent | undefined,
    /** Answers the next send only. */
    once: undefined as Sent | undefined,
    lostAnswer: false,
  };
  const parts: KeeperParts = {
    async send(saves) {
      const { once } = line;
      line.once = undefined;
      const told = once ?? line.answer;
      if (told) return told;
      const answer = at.keep(saves, by);
      return line.lostAnswer ? { kind: 'again' } : answer;
    },
    async pull(since) {
      return [...at.fields.values()].filter((f) => f.revision > since);
    },
    store: {
      read: () => stored,
      write: (saves) => {
        stored = saves;
      },
    },
    later(run) {
      timers.push(run);
      return () => {
        timers = timers.filter((t) => t !== run);
      };
    },
  };
  const settle = async () => {
    for (let i = 0; i < 20; i += 1) {
      const due = timers;
      timers = [];
      for (const run of due) run();
      await new Promise((done) => setImmediate(done));
    }
  };
  const open = () => new DraftKeeper(parts, [...at.fields.values()]);
  return { line, open, settle, stored: () => stored };
}

const set = (path: string, value: FieldValue) => [{ path, value }];

describe('浏览器里的草稿', () => {
  test('断线时先留在浏览器，恢复后送到', async () => {
    const at = server();
    const { line, open, settle, stored } = browser(at);
    const keeper = open();
    line.answer = { kind: 'again' };
    keeper.change(set('fact/甲', '1'));
    await settle();
    expect(keeper.read()).toMatchObject({ status: 'offline', waiting: 1 });
    expect(stored()).toHaveLength(1);
    line.answer = undefined;
    keeper.flush();
    await settle();
    expect(keeper.read()).toMatchObject({ status: 'saved', waiting: 0, savedAt: 't' });
    expect(at.fields.get('fact/甲')?.value).toBe('1');
    expect(stored()).toEqual([]);
  });

  test('没送到就关了页面：下次打开还在，并且送到', async () => {
    const at = server();
    const { line, open, settle } = browser(at);
    const first = open();
    line.answer = { kind: 'again' };
    first.change(set('fact/甲', '1'));
    first.stop();
    line.answer = undefined;
    const second = open();
    expect(second.read().values.get('fact/甲')).toBe('1');
    await settle();
    expect(at.fields.get('fact/甲')?.value).toBe('1');
  });

  test('服务器收下了而回答丢了：再送一次不成冲突', async () => {
    const at = server();
    const { line, open, settle } = browser(at);
    const keeper = open();
    line.lostAnswer = true;
    keeper.change(set('fact/甲', '1'));
    await settle();
    expect(keeper.read().status).toBe('offline');
    line.lostAnswer = false;
    keeper.flush();
    await settle();
    expect(keeper.read()).toMatchObject({ status: 'saved', waiting: 0 });
    expect(keeper.read().conflicts.size).toBe(0);
  });

  test('两人改同一个字段：看到两个值，选自己的或对方的', async () => {
    const at = server();
    const mine = browser(at, '甲');
    const keeper = mine.open();
    at.keep([{ path: 'fact/甲', value: '他的', base: 0 }], '乙');
    keeper.change(set('fact/甲', '我的'));
    await mine.settle();
    const conflict = keeper.read().conflicts.get('fact/甲');
    expect(conflict).toMatchObject({ yours: '我的', theirs: { value: '他的', by: '乙' } });
    expect(at.fields.get('fact/甲')?.value).toBe('他的');
    keeper.decide('fact/甲', 'yours');
    await mine.settle();
    expect(at.fields.get('fact/甲')?.value).toBe('我的');
    expect(keeper.read().conflicts.size).toBe(0);
  });

  test('选对方的：自己的那个放下，页面上是对方的', async () => {
    const at = server();
    const mine = browser(at);
    const keeper = mine.open();
    at.keep([{ path: 'fact/甲', value: '他的', base: 0 }], '乙');
    keeper.change(set('fact/甲', '我的'));
    await mine.settle();
    keeper.decide('fact/甲', 'theirs');
    expect(keeper.read().values.get('fact/甲')).toBe('他的');
    expect(mine.stored()).toEqual([]);
  });

  test('别人改了别的字段，取来就看到；自己正在改的不被盖掉', async () => {
    const at = server();
    const mine = browser(at);
    const keeper = mine.open();
    mine.line.answer = { kind: 'again' };
    keeper.change(set('fact/甲', '我的'));
    at.keep([{ path: 'fact/甲', value: '他的', base: 0 }], '乙');
    at.keep([{ path: 'fact/乙', value: '新的', base: 0 }], '乙');
    await keeper.pull();
    expect(keeper.read().values.get('fact/乙')).toBe('新的');
    expect(keeper.read().values.get('fact/甲')).toBe('我的');
  });

  test('一个值存不了，不连累别的', async () => {
    const at = server();
    const mine = browser(at);
    const keeper = mine.open();
    mine.line.once = { kind: 'bad', faults: new Map([[0, '最长4000个字']]) };
    keeper.change([...set('fact/甲', '太长'), ...set('fact/乙', '好的')]);
    await mine.settle();
    expect(keeper.read().refused.get('fact/甲')).toBe('最长4000个字');
    expect(at.fields.get('fact/乙')?.value).toBe('好的');
  });

  test('退出登录或截止以后，内容仍在浏览器里，并说明没有保存', async () => {
    const at = server();
    const mine = browser(at);
    const keeper = mine.open();
    mine.line.answer = { kind: 'signed-out' };
    keeper.change(set('fact/甲', '1'));
    await mine.settle();
    expect(keeper.read()).toMatchObject({ status: 'signed-out', waiting: 1 });
    mine.line.answer = { kind: 'closed', message: '已经定稿' };
    keeper.flush();
    await mine.settle();
    expect(keeper.read()).toMatchObject({ status: 'closed', closed: '已经定稿', waiting: 1 });
    expect(mine.stored()).toHaveLength(1);
  });

  test('随便怎么断线、重开、两人同改：每个字段最后是两人中某人写的值，没有决定的冲突都看得到', async () => {
    const act = fc.record({
      who: fc.constantFrom(0, 1),
      path: fc.constantFrom('fact/甲', 'fact/乙', 'fact/丙'),
      does: fc.constantFrom('write', 'cut', 'lose', 'mend', 'reload', 'settle', 'decide'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
        const at = server();
        const people = ['甲', '乙'].map((by) => browser(at, by));
        const keepers = people.map((p) => p.open());
        const wrote = new Map<string, Set<string>>();
        let count = 0;
        for (const { who, path, does } of acts) {
          const person = people[who];
          const keeper = keepers[who];
          if (!person || !keeper) continue;
          if (does === 'write') {
            count += 1;
            wrote.set(path, (wrote.get(path) ?? new Set()).add(`值${count}`));
            keeper.change(set(path, `值${count}`));
          } else if (does === 'cut') person.line.answer = { kind: 'again' };
          else if (does === 'lose') person.line.lostAnswer = true;
          else if (does === 'mend') {
            person.line.answer = undefined;
            person.line.lostAnswer = false;
          } else if (does === 'reload') {
            keeper.stop();
            keepers[who] = person.open();
          } else if (does === 'decide') keeper.decide(path, 'yours');
          else await person.settle();
        }
        for (const [i, person] of people.entries()) {
          person.line.answer = undefined;
          person.line.lostAnswer = false;
          keepers[i]?.flush();
          await person.settle();
        }
        for (const keeper of keepers) await keeper.pull();
        for (const [path, values] of wrote) {
          const kept = at.fields.get(path)?.value;
          expect([...values]).toContain(kept);
          for (const keeper of keepers) {
            const state = keeper.read();
            expect(state.waiting).toBe(0);
            if (!state.conflicts.has(path)) expect(state.values.get(path)).toBe(kept);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
