import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Moment } from '@fuchi/ui/moment.tsx';
import { momentText } from '@fuchi/ui/moment-text';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import type { GuideRow } from '../contract.ts';
import { PublishGuide } from './publish-guide.tsx';

const COLUMNS: readonly DataColumn<GuideRow>[] = [
  { key: 'title', title: '指南', heads: true, text: ({ title }) => title },
  { key: 'version', title: '版本', text: ({ version }) => version },
  {
    key: 'published',
    title: '发布时间',
    text: ({ publishedAt }) => momentText(publishedAt),
    cell: ({ publishedAt }) => <Moment at={publishedAt} />,
  },
  {
    key: 'digest',
    title: '摘要',
    text: ({ digest }) => digest,
    cell: ({ digest }) => <code className="round-code">{digest}</code>,
  },
];

interface Props {
  readonly guides: readonly GuideRow[];
  readonly mayPublish: boolean;
  readonly onPublished: () => void;
}

/** The published guide versions, and publishing another one. */
export function GuidesPanel({ guides, mayPublish, onPublished }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Panel
      title="指南版本"
      aside={mayPublish && !open && <Button onClick={() => setOpen(true)}>发布指南版本</Button>}
    >
      {open && <PublishGuide onClose={() => setOpen(false)} onPublished={onPublished} />}
      <DataTable
        title="指南版本"
        columns={COLUMNS}
        rows={guides}
        rowKey={({ digest }) => digest}
        empty="还没有发布过。版本一经发布就不再改变，更正要用新的版本号。"
      />
    </Panel>
  );
}
