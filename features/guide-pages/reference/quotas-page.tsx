import type { GuideData } from '@fuchi/platform-browser/guide-data';
import { Panel } from '@fuchi/ui/panel.tsx';
import { quotaInShort } from '@fuchi/ui/quota-words';
import { Link } from '@tanstack/react-router';
import { AimedItem } from '../frame/aimed-item.tsx';
import { GuideFrame } from '../frame/guide-frame.tsx';
import { LineLinks } from '../words/line-links.tsx';

/** `/guide/quotas`: how many projects are supported, line by line and together. */
export function QuotasPage({ data: { guide } }: { readonly data: GuideData }) {
  return (
    <GuideFrame
      guide={guide}
      title="支持数量"
      lead={<p>每一类最多支持多少个，哪些类别合并计数，哪些领域有上限或保底。</p>}
    >
      <Panel title="各类">
        <table className="figures guide-table">
          <thead>
            <tr>
              <th scope="col">条款</th>
              <th scope="col">项目类别</th>
              <th scope="col">支持数量</th>
              <th scope="col">其中</th>
            </tr>
          </thead>
          <tbody>
            {guide.lines.map((line) => (
              <tr key={line.id}>
                <td className="guide-clause">{line.section}</td>
                <td>
                  <Link to="/guide/lines/$line" params={{ line: line.id }}>
                    {line.title}
                  </Link>
                </td>
                <td className="amount">{quotaInShort(guide.guide, line) || '指南没有写'}</td>
                <td>
                  {line.source.quota?.groups
                    .map(
                      (g) =>
                        `${g.name}${g.atMost ? `不超过${g.atMost.text}` : ''}${g.atLeast ? `不少于${g.atLeast.text}` : ''}`,
                    )
                    .join('；')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      <Panel title="合并计数">
        <ul className="provisions">
          {guide.guide.quotas.map((q) => (
            <AimedItem key={q.id} id={q.id}>
              <p>
                <span className="guide-clause">{q.clause.text}</span> 合计不超过{q.atMost.text}
                {q.divides ? '，等于各类数量之和' : '，各类不再分配'}：
              </p>
              <LineLinks guide={guide} ids={q.lines.map((t) => t.text)} />
            </AimedItem>
          ))}
        </ul>
      </Panel>
    </GuideFrame>
  );
}
