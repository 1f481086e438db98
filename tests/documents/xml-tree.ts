/** An element of an XML text as it stands there; text lies in the elements named '#text'. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  readonly text: string;
}

const TOKEN = /<\?[^>]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const ENTITY = /&(?:amp|lt|gt|quot);/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};

/** Reads XML without declarations of its own, and throws where it isn't well-formed. */
export function xmlTree(xml: string): XmlElement {
  const root: XmlElement = { name: '#root', attributes: new Map(), children: [], text: '' };
  const open: XmlElement[] = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(xml);
    if (!token) throw new Error(`not XML: ${xml.slice(at, at + 80)}`);
    const [, closing, name, attributes = '', empty, text] = token;
    const parent = open.at(-1);
    if (text !== undefined) {
      parent?.children.push({
        name: '#text',
        attributes: new Map(),
        children: [],
        text: plain(text),
      });
    } else if (closing === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`);
    } else if (name !== undefined) {
      const element = { name, attributes: readAttributes(attributes), children: [], text: '' };
      parent?.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name}> isn't closed`);
  const [only] = root.children.filter((child) => child.name !== '#text');
  if (!only) throw new Error('no element');
  return only;
}

/** All elements of a name below one, in the order of the text. */
export function all(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...all(child, name),
  ]);
}

export function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((each) => each.name === name);
}

export function textOf(element: XmlElement): string {
  return element.text + element.children.map(textOf).join('');
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const pairs = [...text.matchAll(/([\w:.-]+)="([^"]*)"/g)];
  const names = pairs.map(([, name = '']) => name);
  if (new Set(names).size < names.length) throw new Error(`an attribute twice: ${text}`);
  return new Map(pairs.map(([, name = '', value = '']) => [name, plain(value)]));
}

function plain(text: string): string {
  if (/&(?!amp;|lt;|gt;|quot;)/.test(text)) throw new Error(`a bare &: ${text}`);
  return text.replace(ENTITY, (entity) => ENTITIES[entity] ?? entity);
}
