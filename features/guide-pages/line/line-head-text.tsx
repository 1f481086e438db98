import type { CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import { quotaInShort } from '@fuchi/ui/quota-words';
import { Link } from '@tanstack/react-router';
import { capWords } from '../words/cap-words.ts';
import { FormLink } from '../words/form-link.tsx';
import { isAssessed, MODE_MEANINGS } from '../words/line-mode.ts';

interface Props {
  readonly guide: CheckedGuide;
  readonly line: CheckedLine;
}

/** What a line is in short, and whether one applies for it at all. */
export function LineHeadText({ guide, line }: Props) {
  const form = guide.guide.forms.find((f) => f.id === line.source.form);
  const cap = capWords(line, guide);
  const rows = [
    ['方式', line.mode],
    ['封顶', cap],
    ['支持数量', quotaInShort(guide.guide, line)],
    ['绩效目标申报表', form === undefined ? '' : <FormLink key={form.id} form={form} />],
  ] as const;
  return (
    <div className="guide-line-head">
      <dl className="guide-terms">
        {rows
          .filter(([, text]) => text !== '')
          .map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      {line.mode !== '申报' && (
        <div className="guide-notice" role="note">
          <strong>
            {line.mode}：{MODE_MEANINGS[line.mode]}
          </strong>
          {line.notice !== '' && <p>{line.notice}</p>}
        </div>
      )}
      <p className="guide-ways">
        {isAssessed(line.mode) && (
          <Link to="/lines/$line" params={{ line: line.id }}>
            在测一测里逐条核对
          </Link>
        )}
        <Link to="/guide/compare" search={{ a: line.id, b: '' }}>
          与另一类对照
        </Link>
      </p>
    </div>
  );
}
