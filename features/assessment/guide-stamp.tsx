import type { CheckedGuide } from '@fuchi/policy/checked-guide';

/** Which text all answers of this page rest on. */
export function GuideStamp({ guide: { guide } }: { readonly guide: CheckedGuide }) {
  return (
    <p>
      依据：{guide.title} · 指南数据版本 {guide.version} · 校验码{' '}
      <code title={guide.digest}>{guide.digest.slice(0, 12)}</code>
      。本页结果仅供参考，是否立项由主管部门决定。
    </p>
  );
}
