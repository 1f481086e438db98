import type { CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import { quotaInShort } from '@fuchi/ui/quota-words';
import { Link } from '@tanstack/react-router';
import { capWords } from '../words/cap-words.ts';
import { FormLink } from '../words/form-link.tsx';
import { MODE_MEANINGS } from '../words/line-mode.ts';

interface Props {
  readonly guide: CheckedGuide;
  readonly line: CheckedLine;
  /** Whether its title stands here; it may already stand over it. */
  readonly named: boolean;
}

/** One line in the contents: mode, cap, quota and form beside its title. */
export function LineEntry({ guide, line, named }: Props) {
  const cap = capWords(line, guide);
  const form = guide.guide.forms.find((f) => f.id === line.source.form);
  const rows = [
    ['方式', line.mode],
    ['封顶', cap],
    ['支持数量', quotaInShort(guide.guide, line)],
    ['绩效目标申报表', form === undefined ? '' : <FormLink key={form.id} form={form} />],
  ] as const;
  return (
    <li>
      {named && (
        <Link to="/guide/lines/$line" params={{ line: line.id }}>
          {line.title}
        </Link>
      )}
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
      {MODE_MEANINGS[line.mode] !== '' && <p className="small">{MODE_MEANINGS[line.mode]}</p>}
    </li>
  );
}
