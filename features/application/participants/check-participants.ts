import { pathOf } from '@fuchi/record-application/contract-path';
import { OWN_SHARE } from '../asked-names.ts';
import { askedRows } from '../asked-rows.ts';
import type { Checker } from '../check/checker.ts';
import { namedUnits } from './named-units.ts';
import { participantFaults } from './participant-faults.ts';

/** Who takes part, where the line asks it. */
export const checkParticipants: Checker = async (_db, { said, judged, organisation }) => {
  const asked = judged.program.line.source.participants;
  if (!asked) return [];
  const share = said.fields[pathOf('project', [OWN_SHARE])];
  const faults = participantFaults(asked, {
    rows: askedRows(Object.entries(said.fields), 'participant'),
    ownShare: typeof share === 'string' ? share : '',
    applicant: organisation,
    named: namedUnits(asked, judged.entry),
  });
  return faults.map(({ missing: _, ...fault }) => ({
    part: 'participants',
    clause: asked.clause.text,
    ...fault,
  }));
};
