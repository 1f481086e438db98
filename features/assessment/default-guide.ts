import { join } from 'node:path';

/** The guide that ships with the program. */
export const DEFAULT_GUIDE = join(import.meta.dirname, '../../guides/jiangsu-2022');
