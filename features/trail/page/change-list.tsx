import type { FieldChange } from '../contract.ts';

interface Props {
  /** null where whoever looks sees that something happened and not what. */
  readonly changes: readonly FieldChange[] | null;
}

/** Seen at once; the rest is folded. */
const FIRST = 3;

/** What an event changed: the field, what it was, what it is. */
export function ChangeList({ changes }: Props) {
  if (changes === null) return <span className="quiet">不显示内容</span>;
  if (changes.length === 0) return <span className="quiet">—</span>;
  const rest = changes.slice(FIRST);
  return (
    <div className="trail-changes">
      <Fields changes={changes.slice(0, FIRST)} />
      {rest.length > 0 && (
        <details>
          <summary>另有{rest.length}项</summary>
          <Fields changes={rest} />
        </details>
      )}
    </div>
  );
}

function Fields({ changes }: { readonly changes: readonly FieldChange[] }) {
  return (
    <dl>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{field}</dt>
          <dd>
            {before !== null && <del>{before}</del>}
            {before !== null && after !== null && <span aria-hidden="true"> → </span>}
            {after !== null && <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
