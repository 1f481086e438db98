/** What Windows, macOS or a shell reads as more than a letter. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu;
/** Bytes of UTF-8 that every file system takes, with room for a number and an ending. */
const LONGEST = 180;
/** Names that Windows keeps for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * Gives out names for an archive's files, each once: what no file system takes is “_”, a name given before gets （2）.
 * What somebody typed can't lead out of the folder it is unpacked in.
 * @example zipNames()('示例：甲/乙', 'pdf') // '示例：甲_乙.pdf'
 */
export function zipNames(): (title: string, ending: string) => string {
  const given = new Set<string>();
  return (title, ending) => {
    const plain = cut(
      title
        .normalize('NFC')
        .replace(FORBIDDEN, '_')
        .replace(/^[.\s]+|[.\s]+$/g, ''),
    );
    const base = plain === '' || DEVICE.test(plain) ? `_${plain}` : plain;
    let name = `${base}.${ending}`;
    // Systems that don't tell capital from small letters would take one for the other.
    for (let n = 2; given.has(name.toLowerCase()); n += 1) name = `${base}（${n}）.${ending}`;
    given.add(name.toLowerCase());
    return name;
  };
}

function cut(text: string): string {
  let size = 0;
  let kept = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    size += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (size > LONGEST) break;
    kept += character;
  }
  return kept;
}
