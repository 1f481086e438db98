import { SETTLERS } from '@fuchi/application/settlers';
import { localDay } from '@fuchi/platform-server/clock/local-day';
import { assessableApplications } from '@fuchi/record-application/round-applications';
import { guideOf } from '@fuchi/record-guide-version/guide-of';
import type { RoundSetupContext } from '@fuchi/round-setup/round-setup-context';

/** The applications of a round for whoever changes it: received ones by name, drafts are nobody's to look into. */
export const applicationsForChange: RoundSetupContext['applicationsOf'] = async (
  db,
  round,
  now,
) => {
  const guide = await guideOf(db, round.guide);
  const titles = new Map(guide.lines.map(({ id, title }) => [id, title]));
  const found = await assessableApplications(db, round.id, guide, SETTLERS, now);
  return found.map(({ application, territory, facts }) => {
    const { id, line, title, number, organisationName, submittedAt } = application;
    const lineTitle = titles.get(line) ?? line;
    return {
      id,
      line,
      territory,
      facts,
      title:
        number === null
          ? `填报中的申报（${lineTitle}）`
          : `${number} ${organisationName}《${title}》（${lineTitle}）`,
      asOf: localDay(submittedAt ?? now),
    };
  });
};
