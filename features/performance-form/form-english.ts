/** What the interface says in English: the same codes as in Chinese, without their figures. */
const ENGLISH: Readonly<Record<string, string>> = {
  'not-a-map': 'An object is expected here',
  'not-a-text': 'A text or a number is expected here',
  'number-inexact': 'The number has too many digits for JSON: write it as a string',
  'text-unreadable': 'The text holds control characters',
  'text-too-long': 'The text is too long',
  'name-unknown': 'The form has nothing of this name',
  'other-form': 'This is a filling of another form',
  'kind-unknown': 'The form has no such kind of project',
  'target-twice': 'The indicator is given twice',
  'row-not-repeated': 'The row takes one target',
  'too-many-rows': 'Too many rows',
  'too-many-years': 'Too many years',
  'not-a-year': 'Not a year',
  'part-without-place': 'The row has no place for this',
  'file-empty': 'The file is empty',
  'file-too-large': 'The file is too large',
  'file-other-kind': 'The file is not an Excel file (.xlsx)',
  'file-word': 'The file is a Word or PowerPoint file, not an Excel file (.xlsx)',
  'file-old-excel': 'The file is of an older Excel (.xls); save it as .xlsx',
  'file-encrypted': 'The file has a password',
  'file-macros': 'The file holds macros',
  'file-broken': 'The file is incomplete or damaged',
  'file-swollen': 'The file unpacks to too much',
  'file-too-many-rows': 'The sheet has too many rows to be a form',
  'file-not-ours': 'The file is not a form downloaded here',
  'file-other-guide': 'The file is a form of another guide',
  'file-other-year': 'The file is a form of another year',
  'file-other-form': 'The file is another form',
  'file-other-version': 'The file rests on another version of the guide',
};

/** @example formEnglish('file-macros') // 'The file holds macros' */
export function formEnglish(code: string): string {
  return ENGLISH[code] ?? (code.startsWith('input-') ? 'This fact cannot be read' : 'Bad input');
}
