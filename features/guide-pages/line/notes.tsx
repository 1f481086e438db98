import type { ReactNode } from 'react';

interface Props {
  /** Name and what is said of it; rows with nothing to say are left out. */
  readonly rows: readonly (readonly [string, ReactNode])[];
}

/** What there is to know of a provision, name by name. */
export function Notes({ rows }: Props) {
  const told = rows.filter(([, said]) => said !== '' && said !== false && said != null);
  if (told.length === 0) return null;
  return (
    <dl className="guide-notes">
      {told.map(([name, said]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}
