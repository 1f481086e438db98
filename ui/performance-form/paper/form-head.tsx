import type { Form } from '@fuchi/guide/form';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { Link } from '@tanstack/react-router';

interface Props {
  readonly guide: CheckedGuide;
  readonly form: Form;
}

/** The annex's number, the official title in its printed lines, the year, and the lines that use the form. */
export function FormHead({ guide, form }: Props) {
  const lines = guide.lines.filter((line) => line.source.form === form.id);
  return (
    <header className="form-head">
      <p className="form-annex">
        附件{form.id}
        <Link to="/forms">全部申报表</Link>
      </p>
      <h1>
        {form.title.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </h1>
      <p className="form-year">（{form.year}）</p>
      <p className="form-lines">
        <span className="quiet">使用这张表的项目类别：</span>
        {lines.map((line) => (
          <Link key={line.id} to="/guide/lines/$line" params={{ line: line.id }}>
            {line.title}
          </Link>
        ))}
      </p>
      {form.countedFor && <p className="form-counted">表内各项按{form.countedFor.text}填写。</p>}
    </header>
  );
}
