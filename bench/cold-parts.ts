export {};

/**
 * The parts of `fuchi check` in a cold process, one JSON line: milliseconds since the process began at the end of
 * each part. Modules are loaded as the command loads them, when they are wanted.
 */
const begun = performance.now();
const { readGuideFolder } = await import('@fuchi/platform-server/guide-folder');
const { readGuide } = await import('@fuchi/guide/read-guide');
const { checkGuide } = await import('@fuchi/policy/check/check-guide');
const loaded = performance.now();
const found = await readGuideFolder(process.env['FUCHI_BENCH_GUIDE'] ?? '');
if (!found) throw new Error('no guide to check');
const { guide, faults } = readGuide(found.files, found.digest);
const read = performance.now();
const checked = checkGuide(guide);
const checkedAt = performance.now();
if (faults.length + checked.faults.length > 0) throw new Error('the guide has faults');
console.log(JSON.stringify({ begun, loaded, read, checked: checkedAt }));
