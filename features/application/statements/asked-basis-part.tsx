import { useDesk } from '@fuchi/platform-browser/use-desk';
import { fileSize } from '@fuchi/ui/file-size';
import { useState } from 'react';
import { type AskedBasis, askedBasis } from './contract.ts';

/** What the draft says of what is asked for, and its papers: read when somebody opens it. */
export function AskedBasisPart({ statement }: { readonly statement: string }) {
  const { ask, fault } = useDesk();
  const [basis, setBasis] = useState<AskedBasis>();
  const path = `/api/statements/${statement}`;
  const read = () => void ask({ path: `${path}/basis` }, askedBasis).then(setBasis);
  return (
    <details className="statement-basis" onToggle={(e) => e.currentTarget.open && read()}>
      <summary>申报内容和材料</summary>
      {basis ? (
        <>
          {basis.said.length === 0 && <p className="quiet">申报单位还没有填写有关内容。</p>}
          <dl>
            {basis.said.map(({ label, text }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          {basis.papers.length === 0 && <p className="quiet">申报单位还没有交材料。</p>}
          <ul>
            {basis.papers.map(({ id, paper, name, size }) => (
              <li key={id}>
                {paper}：
                <a href={`${path}/papers/${id}/content`} target="_blank" rel="noreferrer">
                  {name}
                </a>{' '}
                <span className="quiet small">{fileSize(size)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="quiet">{fault?.message ?? '正在读取……'}</p>
      )}
    </details>
  );
}
