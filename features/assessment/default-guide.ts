import { join } from 'node:path';
import { programRoot } from '@fuchi/platform-server/program-root';

/** The guide that ships with the program. */
export const DEFAULT_GUIDE = join(programRoot(), 'guides/jiangsu-2022');
