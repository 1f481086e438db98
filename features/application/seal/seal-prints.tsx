import type { SealView } from './contract.ts';
import { pageRanges } from './page-ranges.ts';

interface Props {
  readonly application: string;
  readonly prints: SealView['prints'];
}

/** What is to be printed and sealed, and which of its pages are still out. */
export function SealPrints({ application, prints }: Props) {
  return (
    <ul className="seal-prints">
      {prints.map(({ kind, title, pages, missing, doubled }) => (
        <li key={kind}>
          <a
            href={`/api/applications/${application}/prints/${kind}`}
            target="_blank"
            rel="noreferrer"
          >
            {title}
          </a>
          <span className="quiet small">共{pages}页</span>
          {missing.length === 0 ? (
            <span className="tag tag-yes">已交齐</span>
          ) : (
            <span className="tag tag-open">
              {missing.length === pages ? '还没有交' : `还缺第${pageRanges(missing)}页`}
            </span>
          )}
          {doubled.length > 0 && (
            <span className="quiet small">第{pageRanges(doubled)}页交了不止一次，多的可以撤下</span>
          )}
        </li>
      ))}
    </ul>
  );
}
