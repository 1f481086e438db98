import type { Form } from '@fuchi/guide/form';
import { Link } from '@tanstack/react-router';

/** The way to a performance target form, by its number and its official title. */
export function FormLink({ form }: { readonly form: Form }) {
  return (
    <Link to="/forms/$form" params={{ form: form.id }}>
      附件{form.id} {form.title.join('')}
    </Link>
  );
}
