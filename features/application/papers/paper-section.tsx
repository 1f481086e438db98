import type { UploadItem } from '@fuchi/platform-browser/use-uploads';
import type { NeededPaper } from '@fuchi/policy/assess/papers';
import { citedClause } from '@fuchi/ui/clause-words';
import { FileDrop } from '@fuchi/ui/file-drop.tsx';
import { fileSize } from '@fuchi/ui/file-size';
import { momentText } from '@fuchi/ui/moment-text';
import { useFocusKept } from '@fuchi/ui/use-focus-kept';
import type { ReactNode } from 'react';
import { RemoveFileButton } from '../frame/remove-file-button.tsx';
import { type PaperView, REPORT_PAPER } from './contract.ts';
import './papers.css';

interface Props {
  readonly application: string;
  readonly name: string;
  /** undefined for what the line doesn't list. */
  readonly needed: NeededPaper | undefined;
  /** What stands before its files. */
  readonly lead: ReactNode;
  readonly kept: readonly PaperView[];
  readonly sending: readonly UploadItem<unknown>[];
  readonly open: boolean;
  readonly accept: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onStop: (key: string) => void;
  readonly onRemove: (paper: PaperView) => void;
}

/** One paper: who issues it, by which clause, what was handed in, and the way to hand in more. */
export function PaperSection(props: Props) {
  const { application, name, needed, lead, kept, sending, open, accept } = props;
  const { onFiles, onStop, onRemove } = props;
  const heading = useFocusKept<HTMLHeadingElement>(kept.length);
  return (
    <section id={name} className="paper-section" aria-label={name}>
      <h3 ref={heading} tabIndex={-1}>
        {name}
        {needed && needed.paper.clause !== '' && (
          <span className="clause">{citedClause(needed.paper.clause)}</span>
        )}
        <PaperState asked={name === REPORT_PAPER ? 'yes' : needed?.needed} count={kept.length} />
      </h3>
      {needed && needed.paper.issuer !== '' && (
        <p className="quiet small">由{needed.paper.issuer}出具</p>
      )}
      {lead}
      {kept.length > 0 && (
        <ul className="paper-files">
          {kept.map((paper) => (
            <li key={paper.id}>
              <a
                href={`/api/applications/${application}/papers/${paper.id}/content`}
                target="_blank"
                rel="noreferrer"
              >
                {paper.name}
              </a>
              <span className="quiet small">
                {fileSize(paper.size)}
                {paper.pages !== null && ` · ${paper.pages}页`} · {paper.addedBy}{' '}
                {momentText(paper.addedAt)}
              </span>
              {open && <RemoveFileButton name={paper.name} onRemove={() => onRemove(paper)} />}
            </li>
          ))}
        </ul>
      )}
      {open && (
        <FileDrop
          label={`上传${name}`}
          hint=""
          accept={accept}
          many
          items={sending}
          onFiles={onFiles}
          onRemove={onStop}
        />
      )}
    </section>
  );
}

function PaperState({
  asked,
  count,
}: {
  /** undefined for what nobody asks for. */
  readonly asked: NeededPaper['needed'] | undefined;
  readonly count: number;
}) {
  if (!asked) return null;
  if (count > 0) return <span className="tag tag-yes">已交{count}件</span>;
  if (asked === 'unknown') return <span className="tag tag-none">视填报情况而定</span>;
  return <span className="tag tag-open">还没有交</span>;
}
