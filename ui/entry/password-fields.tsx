import type { EntryFault } from './entry-fault.ts';
import { Field } from './field.tsx';

export interface TypedPassword {
  readonly password: string;
  readonly again: string;
}

interface Props {
  readonly typed: TypedPassword;
  readonly onChange: (typed: TypedPassword) => void;
  /** Its place in what is sent. */
  readonly path: string;
  readonly fault: EntryFault | undefined;
}

const RULES =
  '至少12位，小写字母、大写字母、数字、其他字符至少三种；不含账号，不用常见的词和连续的字符。几个不相干的词连起来，又长又好记。';

/** A new password, typed twice. */
export function PasswordFields({ typed, onChange, path, fault }: Props) {
  return (
    <>
      <Field
        label="新密码"
        value={typed.password}
        onChange={(password) => onChange({ ...typed, password })}
        autoComplete="new-password"
        secret
        hint={RULES}
        path={path}
        fault={fault}
      />
      <Field
        label="再输入一次"
        value={typed.again}
        onChange={(again) => onChange({ ...typed, again })}
        autoComplete="new-password"
        secret
        path="again"
        fault={fault}
      />
    </>
  );
}

/** What the page can see by itself. */
export function typedFaults({ password, again }: TypedPassword): EntryFault['faults'] {
  return password === again ? [] : [{ path: 'again', message: '两次输入的不一样' }];
}
