import { expect, test } from 'vitest';
import { element, xmlText } from './xml.ts';

test.each([
  ['<5% & "好"', '&lt;5% &amp; &quot;好&quot;'],
  ['一\u0000二\u000b三\ufffe', '一二三'],
  ['𠮷\n\t', '𠮷\n\t'],
])('%j as XML', (text, xml) => {
  expect(xmlText(text)).toBe(xml);
});

test('an element leaves out what isn’t told', () => {
  expect(element('w:ind', { 'w:left': 0, 'w:right': undefined })).toBe('<w:ind w:left="0"/>');
  expect(element('a', { t: '"' }, element('b', {}), 'c')).toBe('<a t="&quot;"><b/>c</a>');
});
