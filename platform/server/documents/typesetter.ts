import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Typesetter } from '@fuchi/documents/pdf/pdf-writer';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** The faces a PDF embeds: serif regular and bold, sans medium. */
const FONTS = [
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
];
/** For how many documents a layout is kept: labels and furniture come again, what one applicant wrote doesn't. */
const KEPT_FOR = 4;

/**
 * Typst's compiler with the faces of official papers, warm from the first document on. Fonts of the machine can't get
 * in: the template names only these and falls back on no other, and these come first where the machine has the same.
 * @example (await openTypesetter()).typeset(source, { plan })
 */
export async function openTypesetter(): Promise<Typesetter> {
  const { resolve } = createRequire(import.meta.url);
  const fonts = await Promise.all(FONTS.map((font) => readFile(resolve(font))));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
  return {
    fonts,
    typeset(source, inputs) {
      const compiled = compiler.compile({ mainFileContent: source, inputs: { ...inputs } });
      const faults = compiled.takeDiagnostics()?.shortDiagnostics ?? [];
      if (!compiled.result || faults.length > 0)
        throw new Error(`typst: ${JSON.stringify(faults)}`);
      // Tagged for screen readers; refused by the compiler where a title, a language or a heading is missing.
      const bytes = compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
      const pages = compiled.result.numOfPages;
      compiler.evictCache(KEPT_FOR);
      return { bytes, pages };
    },
  };
}
