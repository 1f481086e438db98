import * as z from 'zod';

/** The most that a book's files may have together: what a thread can hold in its memory, twice. */
export const MOST_BOOK_BYTES = 300 * 1024 * 1024;

/** pdf: the whole book; docx: what the system wrote of it, each document as Word, in a ZIP archive. */
export const bookQuery = z.strictObject({ as: z.enum(['pdf', 'docx']) });
