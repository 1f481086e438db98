import { leftoversOf, withoutLeftovers } from '@fuchi/forms/counted-filling';
import type { Form } from '@fuchi/guide/form';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { Button } from 'antd';
import type { Draft } from '../draft/draft.ts';

interface Props {
  readonly guide: CheckedGuide;
  readonly form: Form;
  readonly draft: Draft;
  readonly onFollow: (how: (draft: Draft) => Draft) => void;
}

/** Says that a draft was filled in under another version of the guide, and what of it this version has no place for. */
export function VersionNotice({ guide: { guide }, form, draft, onFollow }: Props) {
  if (draft.digest === '' || draft.digest === guide.digest) return null;
  const leftovers = leftoversOf(form, draft.filling);
  const follow = () =>
    onFollow((now) => ({
      ...now,
      filling: withoutLeftovers(form, now.filling),
      version: guide.version,
      digest: guide.digest,
    }));
  return (
    <section className="version-notice" aria-label="指南版本不同">
      <p>
        <strong>
          这份草稿是按指南数据{draft.version}版（{draft.digest.slice(0, 8)}
          ）填的，现在的指南是{guide.version}版（{guide.digest.slice(0, 8)}）。
        </strong>
        填过的内容都保留着，请核对表上的行和说明是否有变。
      </p>
      {leftovers.length > 0 && (
        <>
          <p>这一版的表上没有下面{leftovers.length}项，不显示，也不计入：</p>
          <ul>
            {leftovers.map(({ name, text }) => (
              <li key={name}>
                {name}：{text}
              </li>
            ))}
          </ul>
        </>
      )}
      <Button size="small" onClick={follow}>
        {leftovers.length > 0 ? '已核对，去掉这几项，按现在的版本继续' : '已核对，按现在的版本继续'}
      </Button>
    </section>
  );
}
