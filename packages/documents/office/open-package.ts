import { strToU8, zipSync } from 'fflate';
import { element, xmlPart, xmlText } from './xml.ts';

/** A part of an Office file (OPC, ECMA-376 part 2): its path in the zip, its media type, and what it refers to. */
export interface Part {
  readonly path: string;
  readonly type: string;
  readonly content: string | Uint8Array;
  readonly relations: readonly Relation[];
}

export interface Relation {
  readonly id: string;
  /** The last step of the relation's address: styles, footer, image. */
  readonly kind: string;
  readonly target: string;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CORE_TYPE = 'application/vnd.openxmlformats-package.core-properties+xml';
/** The zip format's first day, in local time, which is how the zip format counts: nothing of the clock gets in. */
export const NO_DATE = '1980-01-01T00:00:00';

/**
 * An Office file: its parts with the list of their types, what they refer to, and the title and language in its
 * properties. No dates and no program's name: the same parts give the same bytes.
 * @example openPackage([documentPart, stylesPart], { title: '绩效目标申报表', language: 'zh-CN' })
 */
export function openPackage(
  parts: readonly [Part, ...Part[]],
  properties: { readonly title: string; readonly language: string },
): Uint8Array {
  const core: Part = {
    path: 'docProps/core.xml',
    type: CORE_TYPE,
    content: coreProperties(properties),
    relations: [],
  };
  const all = [...parts, core];
  const files: [string, string | Uint8Array][] = [
    ['[Content_Types].xml', contentTypes(all)],
    ['_rels/.rels', rootRelations(parts[0].path, core.path)],
    ...all.flatMap((part): [string, string | Uint8Array][] => {
      const file: [string, string | Uint8Array] = [part.path, part.content];
      return part.relations.length === 0
        ? [file]
        : [file, [relationsPath(part.path), relations(part.relations)]];
    }),
  ];
  const entries = files.map(([path, content]): [string, Uint8Array] => [
    path,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(entries), { mtime: NO_DATE, level: 6 });
}

function contentTypes(parts: readonly Part[]): string {
  const extensions = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ['png', 'image/png'],
  ];
  return xmlPart(
    element(
      'Types',
      { xmlns: `${PACKAGE}/content-types` },
      ...extensions.map(([Extension, ContentType]) =>
        element('Default', { Extension, ContentType }),
      ),
      ...parts
        .filter((part) => part.path.endsWith('.xml'))
        .map((part) => element('Override', { PartName: `/${part.path}`, ContentType: part.type })),
    ),
  );
}

function rootRelations(main: string, core: string): string {
  const office = relation({ id: 'rId1', kind: 'officeDocument', target: main });
  const properties = element('Relationship', {
    Id: 'rId2',
    Type: `${PACKAGE}/relationships/metadata/core-properties`,
    Target: core,
  });
  return relationsPart(office, properties);
}

function relations(all: readonly Relation[]): string {
  return relationsPart(...all.map(relation));
}

function relationsPart(...children: string[]): string {
  return xmlPart(element('Relationships', { xmlns: `${PACKAGE}/relationships` }, ...children));
}

function relation({ id, kind, target }: Relation): string {
  return element('Relationship', { Id: id, Type: `${OFFICE}/${kind}`, Target: target });
}

/** @example relationsPath('word/document.xml') // 'word/_rels/document.xml.rels' */
function relationsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

function coreProperties({ title, language }: { title: string; language: string }): string {
  return xmlPart(
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      element('dc:title', {}, xmlText(title)),
      element('dc:language', {}, xmlText(language)),
    ),
  );
}
