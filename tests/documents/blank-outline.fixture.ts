/**
 * A copy of a TrueType font in which some characters have no outline, though the font maps them: what a writer that
 * loses glyphs leaves. Reads the font on its own, not as the program does.
 */
export function withoutOutlines(font: Buffer, characters: string): Buffer {
  const copy = Buffer.from(font);
  const long = copy.readInt16BE(table(copy, 'head') + 50) === 1;
  const loca = table(copy, 'loca');
  for (const character of characters) {
    const glyph = glyphOf(copy, character.codePointAt(0) ?? 0);
    // A glyph ends where the next begins: with both in one place nothing is between them.
    if (long) copy.writeUInt32BE(copy.readUInt32BE(loca + (glyph + 1) * 4), loca + glyph * 4);
    else copy.writeUInt16BE(copy.readUInt16BE(loca + (glyph + 1) * 2), loca + glyph * 2);
  }
  return copy;
}

function table(font: Buffer, tag: string): number {
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new Error(`no table ${tag}`);
}

function glyphOf(font: Buffer, code: number): number {
  const cmap = table(font, 'cmap');
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i += 1) {
    const at = cmap + font.readUInt32BE(cmap + 8 + i * 8);
    if (font.readUInt16BE(at) !== 12) continue;
    for (let group = at + 16; group < at + font.readUInt32BE(at + 4); group += 12) {
      const [first, last] = [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
      if (code >= first && code <= last) return font.readUInt32BE(group + 8) + code - first;
    }
  }
  throw new Error(`no glyph for ${code}`);
}
