import { ApplicationFrame } from '@fuchi/application/frame/application-frame.tsx';
import { ApplicationPart, PARTS } from '@fuchi/application/frame/application-part.tsx';
import { ApplicationsPage } from '@fuchi/application/frame/applications-page.tsx';
import { StatementsPage } from '@fuchi/application/statements/statements-page.tsx';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

/** An enterprise's applications: loaded when somebody opens one. */
const root = getRouteApi('__root__');
const applicationRoute = getRouteApi('/applications/$application/{-$part}');

export function Applications() {
  const router = useRouter();
  const open = useCallback(
    (application: string) => router.history.push(`/applications/${application}`),
    [router],
  );
  return <ApplicationsPage onBegun={open} />;
}

/** What applicants ask of a recommender. */
export function Statements() {
  return <StatementsPage />;
}

export function Application() {
  const { application, part } = applicationRoute.useParams();
  return (
    <ApplicationFrame
      key={application}
      id={application}
      site={root.useLoaderData()}
      parts={PARTS}
      part={part ?? ''}
    >
      <ApplicationPart part={part} />
    </ApplicationFrame>
  );
}
