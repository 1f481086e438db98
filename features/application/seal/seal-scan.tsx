import { fileSize } from '@fuchi/ui/file-size';
import { momentText } from '@fuchi/ui/moment-text';
import { RemoveFileButton } from '../frame/remove-file-button.tsx';
import { AssignPage } from './assign-page.tsx';
import type { SealView } from './contract.ts';
import { pageRanges } from './page-ranges.ts';
import { SealSigners } from './seal-signers.tsx';

type Scan = SealView['scans'][number];

interface Props {
  readonly application: string;
  readonly scan: Scan;
  readonly prints: SealView['prints'];
  readonly open: boolean;
  readonly busy: boolean;
  readonly onAssign: (at: number, is: { kind: string; page: number } | null) => void;
  readonly onRemove: () => void;
}

/** A scan that was handed in: what its pages are, and what to do about those whose code can't be read. */
export function SealScan({ application, scan, prints, open, busy, onAssign, onRemove }: Props) {
  const href = `/api/applications/${application}/seals/${scan.id}/content`;
  const pages = scan.pages.map((page, i) => ({ at: i + 1, page }));
  const empty = pages.filter(({ page }) => page.how === 'empty').map(({ at }) => at);
  const odd = pages.filter(({ page }) => page.how === 'unread' || page.how === 'person');
  return (
    <section className="seal-scan" aria-label={scan.name}>
      <div className="seal-scan-head">
        <a href={href} target="_blank" rel="noreferrer">
          {scan.name}
        </a>
        <span className="quiet small">
          {fileSize(scan.size)} · {scan.pages.length}页 · {scan.addedBy} {momentText(scan.addedAt)}
        </span>
        {open && <RemoveFileButton name={scan.name} disabled={busy} onRemove={onRemove} />}
      </div>
      <p className="small">{recognised(scan, prints)}</p>
      {scan.signers && <SealSigners signers={scan.signers} />}
      {empty.length > 0 && <p className="quiet small">第{pageRanges(empty)}页是空白页。</p>}
      {odd.map(({ at, page }) => (
        <AssignPage
          key={`${at} ${page.how}`}
          at={at}
          page={page}
          href={scan.type === 'pdf' ? `${href}#page=${at}` : href}
          prints={prints}
          open={open}
          busy={busy}
          onAssign={(is) => onAssign(at, is)}
        />
      ))}
    </section>
  );
}

/** @example '认出：申报书第1–3页；信用承诺书第1页。' */
function recognised({ pages, signers }: Scan, prints: SealView['prints']): string {
  const how = signers ? 'signed' : 'code';
  const told = prints.flatMap(({ kind, title }) => {
    const own = pages.flatMap((page) =>
      page.how === how && page.kind === kind ? [page.page] : [],
    );
    const sorted = [...new Set(own)].sort((a, b) => a - b);
    return sorted.length > 0 ? [`${title}第${pageRanges(sorted)}页`] : [];
  });
  if (signers) return `电子签章：${told.join('；')}。`;
  return told.length > 0 ? `认出：${told.join('；')}。` : '没有认出任何一页的码。';
}
