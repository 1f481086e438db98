import type { Assessment } from '@fuchi/policy/assess/assessment';

interface Props {
  readonly assessment: Assessment;
  readonly guideTitle: string;
}

/** Which text, in which version, for which day. */
export function ResultStamp({ assessment: { guide, asOf }, guideTitle }: Props) {
  return (
    <dl className="stamp">
      <div>
        <dt>指南</dt>
        <dd>{guideTitle}</dd>
      </div>
      <div>
        <dt>数据版本</dt>
        <dd>{guide.version}</dd>
      </div>
      <div>
        <dt>校验码</dt>
        <dd>
          <code>{guide.digest}</code>
        </dd>
      </div>
      <div>
        <dt>申报日期</dt>
        <dd>{asOf ?? '未知'}</dd>
      </div>
    </dl>
  );
}
