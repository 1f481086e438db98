import { RegistrationPage } from '@fuchi/enterprise-registration/page/registration-page.tsx';
import { RegistrationReviewPage } from '@fuchi/enterprise-registration/page/registration-review-page.tsx';
import { RegistrationsPage } from '@fuchi/enterprise-registration/page/registrations-page.tsx';
import { getRouteApi, useNavigate } from '@tanstack/react-router';

/** Enterprises that register, and those who look at them. */
const root = getRouteApi('__root__');
const listRoute = getRouteApi('/registrations');
const oneRoute = getRouteApi('/registrations/$registration');

export function Registration() {
  return <RegistrationPage regions={root.useLoaderData().regions} />;
}

export function Registrations() {
  const { show = 'waiting', q = '' } = listRoute.useSearch();
  const navigate = useNavigate();
  return (
    <RegistrationsPage
      show={show}
      q={q}
      onLook={(next, text) =>
        void navigate({
          to: '/registrations',
          search: {
            ...(next === 'waiting' ? {} : { show: next }),
            ...(text === '' ? {} : { q: text }),
          },
        })
      }
    />
  );
}

export function RegistrationReview() {
  const { registration } = oneRoute.useParams();
  return <RegistrationReviewPage key={registration} id={registration} />;
}
