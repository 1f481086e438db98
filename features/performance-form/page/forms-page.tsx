import type { GuideData } from '@fuchi/platform-browser/guide-data';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { draftBook } from './draft/draft-book.ts';
import './forms.css';

/** `/forms`: the performance target forms, by their official titles, with the lines that use each. */
export function FormsPage({ data: { guide } }: { readonly data: GuideData }) {
  usePageTitle('绩效目标申报表');
  const { forms, title } = guide.guide;
  return (
    <>
      <header className="page-title">
        <h1>绩效目标申报表</h1>
        <p>
          {title}的{forms.length}
          张绩效目标申报表。在网页上填写，内容只保存在本浏览器；也可以下载成Word、Excel或PDF。
        </p>
      </header>
      <div className="panel">
        <table className="figures form-list">
          <thead>
            <tr>
              <th scope="col">附件</th>
              <th scope="col">申报表</th>
              <th scope="col">使用这张表的项目类别</th>
              <th scope="col">草稿</th>
            </tr>
          </thead>
          <tbody>
            {forms.map((form) => {
              const { saved } = draftBook(guide, form.id).read().draft;
              return (
                <tr key={form.id}>
                  <td className="form-number">{form.id}</td>
                  <th scope="row">
                    <Link to="/forms/$form" params={{ form: form.id }}>
                      {form.title.join('')}
                    </Link>
                  </th>
                  <td>
                    <ul>
                      {guide.lines
                        .filter((line) => line.source.form === form.id)
                        .map((line) => (
                          <li key={line.id}>
                            <Link to="/guide/lines/$line" params={{ line: line.id }}>
                              {line.title}
                            </Link>
                          </li>
                        ))}
                    </ul>
                  </td>
                  <td className="quiet">{saved === '' ? '' : `有草稿，${saved}`}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
