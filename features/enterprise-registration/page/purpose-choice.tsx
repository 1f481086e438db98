import type { Draft } from '../contract.ts';

interface Props {
  readonly value: Draft['purpose'];
  readonly onChange: (purpose: Draft['purpose']) => void;
}

const CHOICES = [
  { value: 'new', name: '注册新单位', says: '单位还没有在本系统注册' },
  {
    value: 'take-over',
    name: '接管已注册的单位',
    says: '单位已注册，原管理员离职或联系不上；核准后原管理员的岗位结束',
  },
] as const;

/** What the registration is for. */
export function PurposeChoice({ value, onChange }: Props) {
  return (
    <fieldset className="registration-purpose">
      <legend>办理事项</legend>
      {CHOICES.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name="purpose"
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.name}
            <span className="quiet small">{choice.says}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
