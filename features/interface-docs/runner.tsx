import { type Received, sendText } from '@fuchi/platform-browser/send-text';
import { siteOrigin } from '@fuchi/platform-browser/site-origin';
import { Button } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { AnswerView } from './answer-view.tsx';
import { CodeBlock } from './code-block.tsx';
import { CopyButton } from './copy-button.tsx';
import { curlCommand } from './curl-command.ts';
import type { Place } from './description.ts';
import { filledPath } from './filled-path.ts';

type Run =
  | { readonly state: 'none' | 'running' | 'unreachable' }
  | { readonly state: 'answered'; readonly received: Received };

/** A request ready to be sent, changed and sent again, and what comes back. */
export function Runner({ place: { method, path, operation } }: { readonly place: Place }) {
  const id = useId();
  const examples = Object.entries(
    operation.requestBody?.content['application/json']?.examples ?? {},
  );
  const bodyOf = (name: string | undefined) =>
    JSON.stringify(examples.find(([key]) => key === name)?.[1].value ?? {}, null, 2);
  const [parts, setParts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(operation.parameters.map(({ name, example }) => [name, example])),
  );
  const [body, setBody] = useState(() => bodyOf(examples[0]?.[0]));
  const [run, setRun] = useState<Run>({ state: 'none' });
  const abort = useRef<AbortController>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const request = {
    method,
    path: filledPath(path, operation.parameters, parts),
    body: operation.requestBody ? body : undefined,
  };
  const send = async () => {
    abort.current?.abort();
    const own = new AbortController();
    abort.current = own;
    setRun({ state: 'running' });
    try {
      const received = await sendText(request, own.signal);
      setRun({ state: 'answered', received });
    } catch {
      if (!own.signal.aborted) setRun({ state: 'unreachable' });
    }
  };
  const curl = curlCommand({ ...request, url: `${siteOrigin()}${request.path}` });
  return (
    <form
      className="api-runner"
      aria-label={`运行：${operation.summary}`}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {operation.parameters.map(({ name, description }) => (
        <p key={name} className="api-input">
          <label htmlFor={`${id}-${name}`}>
            <code>{name}</code> <span className="quiet small">{description}</span>
          </label>
          <input
            id={`${id}-${name}`}
            value={parts[name] ?? ''}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setParts({ ...parts, [name]: event.target.value })}
          />
        </p>
      ))}
      {examples.length > 0 && (
        <p className="api-input">
          <label htmlFor={`${id}-example`}>例子</label>
          <select
            id={`${id}-example`}
            onChange={(event) => {
              setBody(bodyOf(event.target.value));
              setRun({ state: 'none' });
            }}
          >
            {examples.map(([key, { summary }]) => (
              <option key={key} value={key}>
                {summary}
              </option>
            ))}
          </select>
        </p>
      )}
      {operation.requestBody && (
        <p className="api-input">
          <label htmlFor={`${id}-body`}>
            请求内容 <span className="quiet small">可以修改</span>
          </label>
          <textarea
            id={`${id}-body`}
            rows={Math.min(body.split('\n').length, 16)}
            value={body}
            spellCheck={false}
            onChange={(event) => setBody(event.target.value)}
          />
        </p>
      )}
      <p className="api-actions">
        <Button type="primary" htmlType="submit">
          运行
        </Button>
        <CopyButton text={curl}>复制为 curl 命令</CopyButton>
      </p>
      <details className="api-curl">
        <summary>curl 命令</summary>
        <CodeBlock name="curl 命令">{curl}</CodeBlock>
      </details>
      <div role="status">
        {run.state === 'running' && <p>正在运行……</p>}
        {run.state === 'unreachable' && <p>没有收到回答，请检查网络后重试。</p>}
        {run.state === 'answered' && <AnswerHead {...run.received} />}
      </div>
      {run.state === 'answered' && <AnswerView text={run.received.text} />}
    </form>
  );
}

function AnswerHead({ status, milliseconds, requestId }: Received) {
  const good = status < 400;
  return (
    <p className="api-answer-head">
      <span className={`tag ${good ? 'tag-yes' : 'tag-no'}`}>
        {status} {good ? '成功' : '被拒绝'}
      </span>
      <span>{Math.max(1, Math.round(milliseconds))} 毫秒</span>
      <span className="quiet small">
        请求编号 <code>{requestId}</code>
      </span>
    </p>
  );
}
