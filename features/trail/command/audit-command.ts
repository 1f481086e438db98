import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { localMoment } from '@fuchi/platform-server/clock/local-moment';
import { BadUsage, type Command, type CommandIo } from '@fuchi/platform-server/command';
import { type Database, openDatabase } from '@fuchi/platform-server/database/open-database';
import { type Against, againstOf, againstText, UNREADABLE } from '../verify/against.ts';
import { digestText } from '../verify/digest-file.ts';
import { trailDigest } from '../verify/digest-store.ts';
import { faultText } from '../verify/fault-text.ts';
import { type Verified, verifyTrail } from '../verify/verify-store.ts';

/** The database a command works on, beside the portal or without it. */
export interface JoinedDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * `fuchi audit`: the trail recomputed and held against what was exported, and exports of it. Reads the database, also
 * while the portal runs, and changes nothing.
 */
export function auditCommand(join: () => Promise<JoinedDatabase>): Command {
  return {
    name: 'audit',
    summary: '核对操作记录有没有被改动，导出摘要',
    usage: 'audit verify [--against 摘要文件|摘要] [--json]\naudit export [--out 文件] [--json]',
    async run(args, io) {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          against: { type: 'string' },
          out: { type: 'string' },
          json: { type: 'boolean' },
        },
      });
      const [what, ...more] = positionals;
      if (what !== 'verify' && what !== 'export') {
        throw new BadUsage(what === undefined ? '缺少 verify 或 export。' : `没有“${what}”。`);
      }
      if (more.length > 0) throw new BadUsage(`多了“${more.join(' ')}”。`);
      if (what === 'export') {
        if (values.against !== undefined) throw new BadUsage('--against 用于 verify。');
        const digest = await within(join, (db) => trailDigest(db, localMoment(new Date())));
        const text = digestText(digest);
        if (values.json) io.out(JSON.stringify(digest, null, 2));
        else if (values.out === undefined) io.out(text.trimEnd());
        if (values.out !== undefined) await writeFile(values.out, text);
        return 0;
      }
      if (values.out !== undefined) throw new BadUsage('--out 用于 export。');
      const against = await againstArgument(values.against);
      const found = await within(join, (db) => verifyTrail(db, against));
      tell(found, against, values.json === true, io);
      return found.faults.length === 0 ? 0 : 1;
    },
  };
}

async function within<Result>(
  join: () => Promise<JoinedDatabase>,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  const { url, stop } = await join();
  const { db, close } = openDatabase(url, () => undefined, 2);
  try {
    return await work(db);
  } finally {
    await close();
    await stop();
  }
}

/** A file, or a digest as it is. */
async function againstArgument(given: string | undefined): Promise<Against | undefined> {
  if (given === undefined) return undefined;
  if (/^[0-9a-f]{64}$/i.test(given)) return { kind: 'digest', digest: given.toLowerCase() };
  const text = await readFile(given, 'utf8').catch(() => undefined);
  if (text === undefined) throw new BadUsage(`读不到摘要文件：${given}`);
  const against = againstOf(text);
  if (against === 'unreadable') throw new BadUsage(`${given}：${UNREADABLE.message}`);
  return against;
}

function tell(found: Verified, against: Against | undefined, json: boolean, io: CommandIo): void {
  const { events, chains, seals, lastSeal, day, faults, moreFaults } = found;
  const said = faults.map((fault) => ({ ...fault, says: faultText(fault) }));
  if (json) {
    const sound = faults.length === 0;
    io.out(
      JSON.stringify(
        { sound, events, chains, seals, lastSeal, day, faults: said, moreFaults },
        null,
        2,
      ),
    );
    return;
  }
  const compared =
    against === undefined ? '没有与导出的摘要比对' : `与${againstText(against, day)}比对`;
  io.out(`核对了${events}个事件、${chains}个对象的记录、${seals}天的封存，${compared}。`);
  for (const { says } of said) io.out(says);
  if (moreFaults > 0) io.out(`另有${moreFaults}处没有列出。`);
  io.out(faults.length === 0 ? '没有发现改动。' : `发现${faults.length + moreFaults}处改动。`);
  if (faults.length === 0 && against === undefined) {
    io.out('连封存一起重算的改动、末尾被删的记录，要用另存的摘要才查得出（--against）。');
  }
}
