/** Which characters a font file has a picture for. */
export interface Coverage {
  has(codePoint: number): boolean;
}

/**
 * Reads which characters a TrueType or OpenType file (bytes) can show, from its `cmap` table: format 12, or 4 where
 * the font has nothing beyond the basic plane. Throws where the bytes are no font or lack both.
 * @example fontCoverage(bytes).has('示'.codePointAt(0) ?? 0) // true
 */
export function fontCoverage(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableAt(view, 'cmap');
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, i) => {
    const at = cmap + view.getUint32(cmap + 4 + i * 8 + 4);
    return { at, format: view.getUint16(at) };
  });
  const full = subtables.find(({ format }) => format === 12);
  const basic = subtables.find(({ format }) => format === 4);
  if (full) return withinRanges(groupsOf12(view, full.at));
  if (basic) return withinRanges(segmentsOf4(view, basic.at));
  throw new Error('font: no cmap of format 12 or 4');
}

/** What one font lacks another may have. @example allCoverage([serif, sans]).has(0x4e00) */
export function allCoverage(parts: readonly Coverage[]): Coverage {
  return { has: (codePoint) => parts.some((part) => part.has(codePoint)) };
}

interface Range {
  readonly first: number;
  readonly last: number;
}

function tableAt(view: DataView, tag: string): number {
  const count = view.getUint16(4);
  for (let i = 0; i < count; i += 1) {
    const at = 12 + i * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(at + k)));
    if (name === tag) return view.getUint32(at + 8);
  }
  throw new Error(`font: no table ${tag}`);
}

/** Groups of consecutive characters with consecutive glyphs; only the first could start at glyph 0, the tofu. */
function groupsOf12(view: DataView, at: number): Range[] {
  return Array.from({ length: view.getUint32(at + 12) }, (_, i) => {
    const group = at + 16 + i * 12;
    const first = view.getUint32(group);
    const shift = view.getUint32(group + 8) === 0 ? 1 : 0;
    return { first: first + shift, last: view.getUint32(group + 4) };
  });
}

function segmentsOf4(view: DataView, at: number): Range[] {
  const count = view.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + count * 2 + 2;
  const deltas = starts + count * 2;
  const offsets = deltas + count * 2;
  const found: Range[] = [];
  for (let i = 0; i < count; i += 1) {
    const last = view.getUint16(ends + i * 2);
    const first = view.getUint16(starts + i * 2);
    const delta = view.getUint16(deltas + i * 2);
    const offsetAt = offsets + i * 2;
    const offset = view.getUint16(offsetAt);
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const raw = offset === 0 ? code : view.getUint16(offsetAt + offset + (code - first) * 2);
      const glyph = offset !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) found.push({ first: code, last: code });
    }
  }
  return found;
}

/** `ranges` in rising order, as the format demands. */
function withinRanges(ranges: readonly Range[]): Coverage {
  return {
    has(codePoint) {
      let low = 0;
      let high = ranges.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const range = ranges[middle];
        if (!range) return false;
        if (codePoint < range.first) high = middle - 1;
        else if (codePoint > range.last) low = middle + 1;
        else return true;
      }
      return false;
    },
  };
}
