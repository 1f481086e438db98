import { PDFiumLibrary } from '@hyzyla/pdfium';

/** On which pages, from 0, the seal of `signedPdf` is drawn. */
export async function sealedPages(pdf: Uint8Array): Promise<readonly number[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const sealed: number[] = [];
  for (let page = 0; page < document.getPageCount(); page += 1) {
    const { data } = await document.getPage(page).render({ scale: 0.5, render: 'bitmap' });
    let red = 0;
    for (let i = 0; i < data.length; i += 4) {
      if ((data[i] ?? 0) > 240 && (data[i + 1] ?? 0) < 20 && (data[i + 2] ?? 0) < 20) red += 1;
    }
    if (red > 3000) sealed.push(page);
  }
  document.destroy();
  library.destroy();
  return sealed;
}
