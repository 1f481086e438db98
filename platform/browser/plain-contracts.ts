import { config } from 'zod/v4/core';

/**
 * Contracts are read as they stand: compiling them, or trying whether that can be done, would be eval, which the pages'
 * policy refuses and reports. Imported before any contract is made.
 */
config({ jitless: true });
