import type { Description } from './description.ts';

/** What bounds a request. */
export function LimitTable({ limits }: { readonly limits: Description['x-limits'] }) {
  return (
    <>
      <dl className="api-limits">
        {limits.map(({ name, value }) => (
          <div key={name.zh}>
            <dt>
              {name.zh}
              <span className="api-english" lang="en">
                {name.en}
              </span>
            </dt>
            <dd>
              {value.zh}
              <span className="api-english" lang="en">
                {value.en}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet small">
        还剩多少次见回答里的 <code>x-ratelimit-remaining</code>，超过后等 <code>retry-after</code>{' '}
        所示的秒数。需要更多的，可以自己运行本程序。
      </p>
    </>
  );
}
