import { siteOrigin } from '@fuchi/platform-browser/site-origin';
import { CodeBlock } from './code-block.tsx';
import { CopyButton } from './copy-button.tsx';
import { curlCommand } from './curl-command.ts';
import type { Place } from './description.ts';
import { filledPath } from './filled-path.ts';

/** An operation that takes or gives a file: its example as a command, and a download where there is nothing to send. */
export function FileCommand({ place: { method, path, operation } }: { readonly place: Place }) {
  const { parameters, requestBody } = operation;
  const parts = Object.fromEntries(parameters.map(({ name, example }) => [name, example]));
  const filled = filledPath(path, parameters, parts);
  const [example] = Object.values(requestBody?.content['application/json']?.examples ?? {});
  const [upload] = Object.keys(requestBody?.content ?? {}).filter(isFile);
  const curl = curlCommand({
    method,
    url: `${siteOrigin()}${filled}`,
    body: example && JSON.stringify(example.value, null, 2),
    upload,
    saves: givesFile(operation),
  });
  return (
    <div className="api-runner">
      <p className="api-actions">
        {method === 'GET' && (
          <a href={filled} download>
            下载
          </a>
        )}
        <CopyButton text={curl}>复制为 curl 命令</CopyButton>
      </p>
      <CodeBlock name="curl 命令">{curl}</CodeBlock>
    </div>
  );
}

/** Whether a file goes in or comes out: a box of text can't hold it. */
export function hasFile({ operation }: Place): boolean {
  return givesFile(operation) || Object.keys(operation.requestBody?.content ?? {}).some(isFile);
}

function givesFile({ responses }: Place['operation']): boolean {
  return Object.keys(responses['200']?.content ?? {}).some(isFile);
}

function isFile(type: string): boolean {
  return type !== 'application/json';
}
