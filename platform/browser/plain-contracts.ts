declare global {
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}

/**
 * Contracts are read as they stand: compiling them, or trying whether that can be done, would be eval, which the pages'
 * policy refuses and reports. Imported before any contract is made. Zod looks here when it is loaded, so that pages
 * without a contract needn't load it.
 */
globalThis.__zod_globalConfig = { ...globalThis.__zod_globalConfig, jitless: true };

export {};
