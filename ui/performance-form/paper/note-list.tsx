import type { Form } from '@fuchi/guide/form';

/** All notes, as they stand below the printed form; those of a row stand beside it too (row-notes.ts). */
export function NoteList({ form: { notes } }: { readonly form: Form }) {
  if (notes.length === 0) return null;
  return (
    <section className="paper-notes" aria-label="说明">
      <p>说明：</p>
      <ol>
        {notes.map(({ says }) => (
          <li key={says}>{says}</li>
        ))}
      </ol>
    </section>
  );
}
