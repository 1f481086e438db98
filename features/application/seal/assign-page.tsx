import type { ScanPage } from '@fuchi/record-application/contract-scan';
import { momentText } from '@fuchi/ui/moment-text';
import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { SealView } from './contract.ts';

interface Props {
  /** The page of the scan. */
  readonly at: number;
  readonly page: ScanPage;
  readonly href: string;
  readonly prints: SealView['prints'];
  readonly open: boolean;
  readonly busy: boolean;
  readonly onAssign: (is: { kind: string; page: number } | null) => void;
}

/** A page whose code can't be read: somebody looks at it and says which it is; who did so stays beside it. */
export function AssignPage({ at, page, href, prints, open, busy, onAssign }: Props) {
  const [kind, setKind] = useState(prints.find(({ missing }) => missing.length > 0)?.kind ?? '');
  const print = prints.find((one) => one.kind === kind);
  const [number, setNumber] = useState(print?.missing[0] ?? 1);
  const look = (
    <a href={href} target="_blank" rel="noreferrer">
      第{at}页
    </a>
  );
  if (page.how === 'person') {
    const title = prints.find((one) => one.kind === page.kind)?.title ?? '';
    return (
      <p className="seal-assign small">
        <span>
          {look}：人工指认为{title}第{page.page}页（{page.by} {momentText(page.at)}）
        </span>
        {open && (
          <Button size="small" disabled={busy} onClick={() => onAssign(null)}>
            取消指认第{at}页
          </Button>
        )}
      </p>
    );
  }
  const left = prints.some(({ missing }) => missing.length > 0);
  return (
    <div className="seal-assign small">
      <span>{look}的码认不出。</span>
      {open && left && (
        <>
          <span>这一页是</span>
          <Select
            aria-label={`第${at}页是哪一份`}
            value={kind}
            options={prints.map((one) => ({ value: one.kind, label: one.title }))}
            onChange={(next: string) => {
              setKind(next);
              setNumber(prints.find((one) => one.kind === next)?.missing[0] ?? 1);
            }}
          />
          <InputNumber
            aria-label={`第${at}页是那一份的第几页`}
            min={1}
            max={print?.pages ?? 1}
            precision={0}
            prefix="第"
            suffix="页"
            value={number}
            onChange={(next) => setNumber(next ?? 1)}
          />
          <Button
            size="small"
            disabled={busy || !print}
            onClick={() => onAssign({ kind, page: number })}
          >
            指认第{at}页
          </Button>
        </>
      )}
    </div>
  );
}
