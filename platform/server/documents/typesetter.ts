import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Typesetter } from '@fuchi/documents/pdf/pdf-writer';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { programRoot } from '../program-root.ts';

/** The faces a PDF embeds: serif regular and bold, sans medium. */
const FONTS = [
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
];
/** For how many documents a layout is kept: labels and furniture come again, what one applicant wrote doesn't. */
const KEPT_FOR = 4;

/** The files of the faces that are embedded (SIL Open Font License). */
export function readFonts(): Promise<readonly Buffer[]> {
  // From the package that names them: compiled, this module lies elsewhere.
  const { resolve } = createRequire(join(programRoot(), 'platform/server/package.json'));
  return Promise.all(FONTS.map((font) => readFile(resolve(font))));
}

/**
 * Typst's compiler, warm from the first document on. Fonts of the machine can't get in: the template names only these
 * and falls back on no other, and these come first where the machine has the same.
 * @example typesetter(await readFonts()).typeset(source, { plan })
 */
export function typesetter(fonts: readonly Buffer[]): Typesetter {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [...fonts] }] });
  return {
    fonts,
    typeset(source, inputs) {
      const compiled = compiler.compile({ mainFileContent: source, inputs: { ...inputs } });
      // A warning is a face that is missing or a layout that didn't settle: no paper to put a stamp on.
      const faults = [compiled.takeError(), compiled.takeWarnings()].flatMap(
        (told) => told?.shortDiagnostics ?? [],
      );
      if (!compiled.result || faults.length > 0) {
        throw new Error(`typst: ${JSON.stringify(faults)}`);
      }
      // Tagged for screen readers. The compiler refuses it where a title, a language or a character's picture is missing.
      const bytes = compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
      const pages = compiled.result.numOfPages;
      compiler.evictCache(KEPT_FOR);
      return { bytes, pages };
    },
  };
}
