import { ChangePage } from '@fuchi/accounts/page/change-page.tsx';
import { ChangesPage } from '@fuchi/accounts/page/changes-page.tsx';
import { ImportPage } from '@fuchi/accounts/page/import-page.tsx';
import { NewUnitPage } from '@fuchi/accounts/page/new-unit-page.tsx';
import { PeoplePage } from '@fuchi/accounts/page/people-page.tsx';
import { SecurityPage } from '@fuchi/accounts/page/security-page.tsx';
import { UnitPage } from '@fuchi/accounts/page/unit-page.tsx';
import { UnitsPage } from '@fuchi/accounts/page/units-page.tsx';
import { goTo } from '@fuchi/platform-browser/address';
import { getRouteApi, useNavigate } from '@tanstack/react-router';

/** Units, people and what keeps their accounts safe: loaded by who sees to them. */
const unitsRoute = getRouteApi('/accounts');
const unitRoute = getRouteApi('/accounts/units/$unit');
const securityRoute = getRouteApi('/accounts/security');
const changesRoute = getRouteApi('/unit-changes');
const changeRoute = getRouteApi('/unit-changes/$change');

export function Units() {
  const search = unitsRoute.useSearch();
  const navigate = useNavigate();
  return (
    <UnitsPage
      search={search}
      onSearch={(next) => void navigate({ to: '/accounts', search: next })}
    />
  );
}

export function Unit() {
  const { unit } = unitRoute.useParams();
  return <UnitPage key={unit} unit={unit} />;
}

export function Security() {
  const { part: asked, q = '' } = securityRoute.useSearch();
  const navigate = useNavigate();
  const part = asked === 'sessions' || asked === 'accounts' ? asked : 'failures';
  return (
    <SecurityPage
      part={part}
      q={q}
      onFind={(next) =>
        void navigate({
          to: '/accounts/security',
          search: {
            // From a failure one goes on to the account.
            part: part === 'failures' ? 'accounts' : part,
            ...(next !== '' && { q: next }),
          },
        })
      }
    />
  );
}

/** Opened anew: whoever handed over acts from another duty now, or from none. */
export function People() {
  return <PeoplePage onHandedOver={() => goTo('/sign-in')} />;
}

export function Changes() {
  const { state } = changesRoute.useSearch();
  return <ChangesPage state={state === 'decided' ? 'decided' : 'waiting'} />;
}

export function Change() {
  const { change } = changeRoute.useParams();
  return <ChangePage key={change} change={change} />;
}

export const NewUnit = NewUnitPage;
export const Import = ImportPage;
