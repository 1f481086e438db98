/** Long enough for a browser to have begun to read the file. */
const KEPT = 60_000;

/**
 * Gives bytes made in the page to the person as a file, as if it had been downloaded. Nothing leaves the machine.
 * @example saveFile('政策匹配自测报告.docx', DOCX, bytes)
 */
export function saveFile(name: string, type: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
