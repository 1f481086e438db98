import * as z from 'zod';

/** pdf: the whole book; docx: what the system wrote of it, each document as Word, in a ZIP archive. */
export const bookQuery = z.strictObject({ as: z.enum(['pdf', 'docx']) });
