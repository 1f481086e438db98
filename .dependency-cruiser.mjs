import { CRUISE_OPTIONS, importRules } from './tools/import-rules.mjs';

export default { forbidden: importRules(import.meta.dirname), options: CRUISE_OPTIONS };
