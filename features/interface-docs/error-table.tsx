import type { Description } from './description.ts';

/** Every way in which a request is refused. */
export function ErrorTable({ errors }: { readonly errors: Description['x-errors'] }) {
  return (
    <>
      <p className="api-lead">
        被拒绝的请求都得到同样形状的回答：<code>code</code>（按它处理，不会随文字改变）、
        <code>message</code>（中文）、<code>messageEn</code>（英文）、<code>requestId</code>
        （请求编号，同 <code>x-request-id</code>）。输入有误时，<code>faults</code>{' '}
        一次列出全部错误：哪一项、错在哪里、怎么改。
      </p>
      <ul className="api-rows">
        {errors.map(({ status, code, when }) => (
          <li key={code}>
            <span className="api-status">{status}</span>
            <code>{code}</code>
            <span>
              {when.zh}
              <span className="api-english" lang="en">
                {when.en}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
