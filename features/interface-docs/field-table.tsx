import type { SchemaField } from './schema-field.ts';

interface Props {
  readonly title: string;
  readonly fields: readonly SchemaField[];
}

/** The fields of a body or an answer, folded away until wanted. */
export function FieldTable({ title, fields }: Props) {
  if (fields.length === 0) return null;
  return (
    <details className="api-fields">
      <summary>
        {title}（{fields.length}项）
      </summary>
      <ul>
        {fields.map(({ path, type, required, says }) => (
          <li key={path}>
            <code>{path}</code>
            <span className="quiet small">
              {type}
              {!required && '，可以没有'}
            </span>
            {says !== '' && <span className="small">{says}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
