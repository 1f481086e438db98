import type { Description, Place } from './description.ts';
import { FieldTable } from './field-table.tsx';
import { FileCommand, hasFile } from './file-command.tsx';
import { Runner } from './runner.tsx';
import { fieldsOf } from './schema-field.ts';

interface Props {
  readonly place: Place;
  readonly schemas: Description['components']['schemas'];
}

/** One operation: what it does, what it takes and gives, and an example that runs. */
export function OperationPanel({ place, schemas }: Props) {
  const { method, operation } = place;
  const body = operation.requestBody?.content['application/json']?.schema;
  const reply = operation.responses['200']?.content?.['application/json']?.schema;
  const id = `${operation.operationId}-title`;
  return (
    <section className="panel api-operation" id={operation.operationId} aria-labelledby={id}>
      <h2 id={id}>
        {operation.summary}{' '}
        <span className="api-english" lang="en">
          {operation['x-summary-en']}
        </span>
      </h2>
      <p className="api-place">
        <span className="api-method">{method}</span> <code>{addressOf(place)}</code>
      </p>
      <p>{operation.description}</p>
      <p className="api-english" lang="en">
        {operation['x-description-en']}
      </p>
      {body && <FieldTable title="请求内容的各项" fields={fieldsOf(body, schemas)} />}
      {reply && <FieldTable title="回答的各项" fields={fieldsOf(reply, schemas)} />}
      {hasFile(place) ? <FileCommand place={place} /> : <Runner place={place} />}
    </section>
  );
}

/** With what stands behind the address: /api/forms/{form}/document?as={as}. */
function addressOf({ path, operation }: Place): string {
  const behind = operation.parameters.filter((parameter) => parameter.in === 'query');
  if (behind.length === 0) return path;
  return `${path}?${behind.map(({ name }) => `${name}={${name}}`).join('&')}`;
}
