import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { NamedFault } from '@fuchi/platform-server/http-fault';
import { guideVersion } from '@fuchi/record-guide-version/guide-version-store';
import { badPart } from '../refusal.ts';
import type { RoundContent } from '../sheet/round-sheet.ts';
import { knownRecommenders } from './units-store.ts';

/** What can't even be kept as a draft: a guide nobody published, units that aren't there, one of them twice. */
export async function unkeptFaults(
  db: Database | Work,
  { guide, recommenders }: Pick<RoundContent, 'guide' | 'recommenders'>,
): Promise<readonly NamedFault[]> {
  const ids = recommenders.flatMap(({ organisation, through }) =>
    through === null ? [organisation] : [organisation, through],
  );
  const known = await knownRecommenders(db, ids);
  const seen = new Set<string>();
  const ofRecommenders = recommenders.flatMap(({ organisation, through }, index) => {
    const path = `recommenders.${index}`;
    const twice = seen.has(organisation);
    seen.add(organisation);
    return [
      ...(known.has(organisation) && (through === null || known.has(through))
        ? []
        : [badPart(path, 'no-such-unit', '没有这个推荐单位', 'There is no such recommender')]),
      ...(twice ? [badPart(path, 'twice', '这个推荐单位列了两次', 'Listed twice')] : []),
    ];
  });
  if (await guideVersion(db, guide)) return ofRecommenders;
  const missing = badPart(
    'guide',
    'no-such-guide',
    '没有发布过这个指南版本',
    'No such guide version',
  );
  return [missing, ...ofRecommenders];
}
