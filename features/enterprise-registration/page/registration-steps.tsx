interface Props {
  /** The step somebody is at, from 0. */
  readonly at: number;
}

const STEPS = ['建立账号', '填写单位信息', '推荐单位审核', '开始申报'] as const;

/** How far a registration has come. */
export function RegistrationSteps({ at }: Props) {
  return (
    <ol className="registration-steps" aria-label="注册的步骤">
      {STEPS.map((step, i) => (
        <li
          key={step}
          className={i < at ? 'done' : i === at ? 'now' : 'later'}
          aria-current={i === at ? 'step' : undefined}
        >
          <span className="registration-step-mark" aria-hidden="true">
            {i < at ? '✓' : i + 1}
          </span>
          {step}
          {i < at && <span className="visually-hidden">（已完成）</span>}
        </li>
      ))}
    </ol>
  );
}
