import { CheckPage } from '@fuchi/registers/page/check-page.tsx';
import { ImportPage } from '@fuchi/registers/page/import-page.tsx';
import { OwnPage } from '@fuchi/registers/page/own-page.tsx';
import { RegisterPage } from '@fuchi/registers/page/register-page.tsx';
import { RegistersPage } from '@fuchi/registers/page/registers-page.tsx';
import { getRouteApi, useNavigate } from '@tanstack/react-router';

/** Lists that settle facts: loaded when an official or an enterprise looks at them. */
const oneRoute = getRouteApi('/registers/$register');
const importRoute = getRouteApi('/registers/$register/import');
const checkRoute = getRouteApi('/registers/check');

export const Registers = RegistersPage;
export const OwnRegisters = OwnPage;

export function OneRegister() {
  const { register } = oneRoute.useParams();
  return <RegisterPage key={register} id={register} />;
}

export function ImportRegister() {
  const { register } = importRoute.useParams();
  const { year } = importRoute.useSearch();
  return <ImportPage key={`${register} ${year}`} id={register} year={year} />;
}

export function CheckRegisters() {
  const { code, auditor } = checkRoute.useSearch();
  const navigate = useNavigate();
  return (
    <CheckPage
      key={`${code} ${auditor}`}
      code={code ?? ''}
      auditor={auditor ?? ''}
      onAsk={(next, firm) =>
        void navigate({
          to: '/registers/check',
          search: { ...(next && { code: next }), ...(firm && { auditor: firm }) },
        })
      }
    />
  );
}
