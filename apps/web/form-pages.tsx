import { FormPage } from '@fuchi/performance-form/page/form-page.tsx';
import { FormsPage } from '@fuchi/performance-form/page/forms-page.tsx';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Astray } from './astray.tsx';

/** The performance target forms, loaded when one of them is first opened. */
const root = getRouteApi('__root__');
const formRoute = getRouteApi('/forms/$form');

export const Forms = (): ReactNode => <FormsPage data={root.useLoaderData()} />;

export function OneForm(): ReactNode {
  const data = root.useLoaderData();
  const { form: id } = formRoute.useParams();
  const found = data.guide.guide.forms.find((f) => f.id === id);
  return found ? <FormPage key={id} data={data} form={found} /> : <Astray />;
}
