import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Application } from '@fuchi/record-application/application-store';
import { printsOf, scansOf } from '@fuchi/record-application/seal-store';
import type { OpenApplication } from '../open-application.ts';
import type { SealView } from './contract.ts';

/** The version of an application that is sealed or to be sealed: one that was reopened is void. */
export function versionToSeal({
  state,
  version,
}: Pick<Application, 'state' | 'version'>): number | undefined {
  return state === 'finalised' || state === 'submitted' ? version : undefined;
}

/** What came back sealed of an application's version, and what didn't yet. */
export async function sealViewOf(
  db: Database | Work,
  { application, round }: Pick<OpenApplication, 'application' | 'round'>,
): Promise<SealView> {
  const electronic = round.settings.electronicSeal !== undefined;
  const version = versionToSeal(application);
  if (version === undefined)
    return { version: null, open: false, electronic, prints: [], scans: [] };
  const of = { application: application.id, version };
  const scans = await scansOf(db, of);
  const times = new Map<string, number>();
  for (const page of scans.flatMap(({ pages }) => pages)) {
    if (!('kind' in page)) continue;
    const key = `${page.kind} ${page.page}`;
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return {
    version,
    open: application.state === 'finalised',
    electronic,
    prints: (await printsOf(db, of)).map(({ kind, title, pages }) => {
      const all = Array.from({ length: pages }, (_, i) => i + 1);
      const count = (page: number) => times.get(`${kind} ${page}`) ?? 0;
      return {
        kind,
        title,
        pages,
        missing: all.filter((page) => count(page) === 0),
        doubled: all.filter((page) => count(page) > 1),
      };
    }),
    scans: scans.map(({ id, name, type, size, pages, signers, addedAt, addedBy }) => ({
      id,
      name,
      type,
      size,
      pages: [...pages],
      signers: signers && [...signers],
      addedAt: addedAt.toISOString(),
      addedBy,
    })),
  };
}
