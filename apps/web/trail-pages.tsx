import { SealsPage } from '@fuchi/trail/page/seals-page.tsx';
import { SubjectPage } from '@fuchi/trail/page/subject-page.tsx';
import { TrailPage } from '@fuchi/trail/page/trail-page.tsx';
import { getRouteApi, useNavigate } from '@tanstack/react-router';

/** What was done: loaded when somebody reads it. */
const trailRoute = getRouteApi('/trail');
const subjectRoute = getRouteApi('/trail/$kind/$subject');

export function Trail() {
  const navigate = useNavigate();
  return (
    <TrailPage
      filter={trailRoute.useSearch()}
      onSearch={(filter) => void navigate({ to: '/trail', search: given(filter) })}
    />
  );
}

export function SubjectTrail() {
  const { kind, subject } = subjectRoute.useParams();
  return <SubjectPage key={`${kind} ${subject}`} kind={kind} subject={subject} />;
}

export const Seals = SealsPage;

/** An address names what is asked, and not what isn't. */
function given<Asked extends object>(
  asked: Asked,
): { [Name in keyof Asked]: NonNullable<Asked[Name]> } {
  const told = Object.entries(asked).filter(([, value]) => value !== undefined);
  return Object.fromEntries(told) as { [Name in keyof Asked]: NonNullable<Asked[Name]> };
}
