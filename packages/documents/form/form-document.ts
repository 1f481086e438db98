import type { Filling } from '@fuchi/forms/filling';
import type { Form } from '@fuchi/guide/form';
import { type OfficialDocument, paragraph } from '../document.ts';
import { formFoot, type GuideVersion } from './form-foot.ts';
import { headTable } from './form-head.ts';
import { indicatorTable } from './form-indicators.ts';

const MARGINS = { top: 16, right: 22, bottom: 25, left: 22 };
const BLANK_DATE = '　　　　年　　月　　日';

/**
 * A performance target form as the annex prints it, blank or filled in: title, header fields and goals, the indicators
 * with their levels merged down, 个性指标, the notes. The stamp place stands below, outside what the annex prints.
 * `guide` and what is filled in are named in every page's foot. Whether the filling is complete isn't asked here.
 * @example formDocument(form, blankFilling('1-8'), { id: 'jiangsu-2022', version: '1.0.0', digest: '6f1a…' })
 */
export function formDocument(form: Form, filling: Filling, guide: GuideVersion): OfficialDocument {
  return {
    layout: 'form',
    language: 'zh-CN',
    title: `${form.title.join('')}（${form.year}）`,
    page: { orientation: 'portrait', margins: MARGINS },
    furniture: { head: '', foot: formFoot(form, filling, guide), pageNumber: 'of-total' },
    blocks: [
      paragraph('annex-mark', `附件${form.id}`),
      paragraph('title', form.title.join('\n')),
      paragraph('subtitle', `（${form.year}）`),
      headTable(form, filling),
      indicatorTable(form, filling),
      ...form.notes.map((note, i) => ({
        ...paragraph('note', `${i === 0 ? '说明：' : '　　　'}${i + 1}. ${note.says}`),
        keepWithNext: true,
      })),
      { kind: 'stamp-place', lines: ['申报单位（盖章）'], date: BLANK_DATE },
    ],
  };
}
