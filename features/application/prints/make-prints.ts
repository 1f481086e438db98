import type { UnprintableCharacter } from '@fuchi/documents/pdf/pdf-writer';
import type { PdfService } from '@fuchi/platform-server/documents/pdf-service';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { ApplicationContent } from '@fuchi/record-application/contract-content';
import { printDocuments } from './print-documents.ts';

/** A print as it is kept: what it is, its PDF, how many pages. */
export interface MadePrint {
  readonly kind: string;
  readonly title: string;
  readonly pdf: Uint8Array;
  readonly pages: number;
}

export type MadePrints =
  | { readonly ok: true; readonly prints: readonly MadePrint[] }
  /** Somebody wrote characters that no face shows: which, and where. Nothing is printed until they are gone. */
  | { readonly ok: false; readonly characters: readonly UnprintableCharacter[] };

/**
 * The prints of a version as PDF. The same content and guide give the same bytes: neither a clock nor chance comes in.
 * @param pdf the process's one writer; it lets others have their turn between two documents
 * @example const made = await makePrints(content, guide, pdf); if (made.ok) made.prints[0]?.pages // 9
 */
export async function makePrints(
  content: ApplicationContent,
  guide: CheckedGuide,
  pdf: PdfService,
): Promise<MadePrints> {
  const prints: MadePrint[] = [];
  const unprintable = new Map<string, UnprintableCharacter>();
  for (const { kind, title, document } of printDocuments(content, guide)) {
    const written = await pdf.write(document);
    if (written.kind === 'pdf') {
      prints.push({ kind, title, pdf: written.bytes, pages: written.pages });
    } else {
      for (const found of written.characters) unprintable.set(found.character, found);
    }
  }
  if (unprintable.size > 0) return { ok: false, characters: [...unprintable.values()] };
  return { ok: true, prints };
}
