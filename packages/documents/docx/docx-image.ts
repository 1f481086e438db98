import { element } from '../office/xml.ts';
import { qrPng } from '../qr/qr-png.ts';
import { emus } from './docx-units.ts';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

/** The pictures of one part of a document, each QR code once. Filled while the part is written. */
export class DocxImages {
  readonly #prefix: string;
  readonly #codes: string[] = [];
  #drawings = 0;

  /** @param prefix keeps the files of two parts apart */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** A run with a QR code in the line of text. */
  qr(code: string, says: string, side: number): string {
    if (!this.#codes.includes(code)) this.#codes.push(code);
    this.#drawings += 1;
    const relation = relationId(this.#codes.indexOf(code));
    const size = { cx: emus(side), cy: emus(side) };
    const properties = {
      id: this.#drawings,
      name: `${this.#prefix}${this.#drawings}`,
      descr: says,
    };
    const picture = element(
      'pic:pic',
      { 'xmlns:pic': `${DRAWING}/picture` },
      element('pic:nvPicPr', {}, element('pic:cNvPr', properties), element('pic:cNvPicPr', {})),
      element(
        'pic:blipFill',
        {},
        element('a:blip', { 'r:embed': relation }),
        element('a:stretch', {}, element('a:fillRect', {})),
      ),
      element(
        'pic:spPr',
        {},
        element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', size)),
        element('a:prstGeom', { prst: 'rect' }, element('a:avLst', {})),
      ),
    );
    const inline = element(
      'wp:inline',
      { distT: 0, distB: 0, distL: 0, distR: 0 },
      element('wp:extent', size),
      element('wp:docPr', properties),
      element(
        'a:graphic',
        { 'xmlns:a': `${DRAWING}/main` },
        element('a:graphicData', { uri: `${DRAWING}/picture` }, picture),
      ),
    );
    return element('w:r', {}, element('w:drawing', {}, inline));
  }

  /** The files, with the ids by which the part refers to them. */
  files(): readonly { readonly id: string; readonly path: string; readonly bytes: Uint8Array }[] {
    return this.#codes.map((code, i) => ({
      id: relationId(i),
      path: `media/${this.#prefix}${i + 1}.png`,
      bytes: qrPng(code),
    }));
  }
}

function relationId(index: number): string {
  return `rIdImage${index + 1}`;
}
