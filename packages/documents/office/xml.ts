/** Attributes of an element; those undefined aren't written. Numbers are whole. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Characters that XML 1.0 can't carry: what a clipboard brings along unseen. */
const UNCARRIED = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as it stands between tags or in an attribute. @example xmlText('<5%') // '&lt;5%' */
export function xmlText(text: string): string {
  return text.replace(UNCARRIED, '').replace(/[&<>"]/gu, (c) => ENTITIES[c] ?? c);
}

/**
 * An element with its attributes in the order given and its children, which are XML already.
 * @example element('w:jc', { 'w:val': 'center' }) // '<w:jc w:val="center"/>'
 */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, given]) => given !== undefined)
    .map(([key, given]) => ` ${key}="${xmlText(String(given))}"`)
    .join('');
  const inner = children.join('');
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

/** A whole part of an Office file. */
export function xmlPart(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}
