import type { Form } from '@fuchi/guide/form';

/** What a form's file is called. @example fileName(form, 'xlsx') // '附件1-8 工业互联网安全项目绩效目标申报表.xlsx' */
export function fileName(form: Form, ending: string): string {
  return `附件${form.id} ${form.title.join('')}.${ending}`;
}
