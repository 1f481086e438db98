import { useDesk } from '@fuchi/platform-browser/use-desk';
import { momentText } from '@fuchi/ui/moment-text';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Alert } from 'antd';
import { type Ref, useEffect, useState } from 'react';
import { useApplication } from '../frame/application-world.ts';
import { type ReceiptView, receiptList } from './contract.ts';

interface Props {
  /** Where the keyboard goes on when the application has moved. */
  readonly heading: Ref<HTMLHeadingElement>;
}

/** 申报回执: what the server received, and when; earlier ones below. */
export function ReceiptPanel({ heading }: Props) {
  const { view } = useApplication();
  const { ask, fault } = useDesk();
  const [receipts, setReceipts] = useState<readonly ReceiptView[]>([]);
  const path = `/api/applications/${view.id}`;
  useEffect(() => {
    void ask({ path: `${path}/receipts` }, receiptList).then((list) => list && setReceipts(list));
  }, [ask, path]);
  const [last, ...earlier] = receipts;
  return (
    <Panel title="申报回执" heading={heading}>
      <div role="alert">{fault && <Alert type="error" showIcon title={fault.message} />}</div>
      {last && (
        <>
          <dl className="receipt">
            {rowsOf(last).map(([label, text]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <p>
            <a href={`${path}/receipt`} download>
              下载回执（PDF）
            </a>
          </p>
        </>
      )}
      {earlier.map(({ version, receivedAt }) => (
        <p key={version} className="quiet small">
          第{version}版于{momentText(receivedAt)}收到，后来退回或撤回。
        </p>
      ))}
    </Panel>
  );
}

function rowsOf(receipt: ReceiptView): readonly (readonly [string, string])[] {
  return [
    ['受理编号', receipt.number],
    ['收到时间', `${momentText(receipt.receivedAt)}（服务器时间）`],
    ['项目名称', receipt.title],
    ['项目类别', receipt.lineTitle],
    ['项目推荐单位', receipt.recommender],
    ['提交人', receipt.submittedBy],
    ['版本', `第${receipt.version}版`],
    ['内容摘要', receipt.contentDigest],
    ['回执摘要', receipt.digest],
  ];
}
