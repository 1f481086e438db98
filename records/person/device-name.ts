const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bMicroMessenger\//, '微信'],
  [/\bQQBrowser\//, 'QQ浏览器'],
  [/\b360SE|\bQihu/, '360浏览器'],
  [/\bFirefox\//, 'Firefox'],
  [/\bChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bHarmonyOS|\bOpenHarmony/, '鸿蒙'],
  [/\bAndroid\b/, 'Android'],
  [/\biPhone|\biPad/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bUOS|\bKylin|\bLinux\b/, 'Linux'],
];

/**
 * Browser and system as somebody recognises them in the list of his sessions, from what the browser calls itself.
 * @example deviceName('Mozilla/5.0 (Windows NT 10.0) … Chrome/131.0.0.0 Safari/537.36') // 'Chrome · Windows'
 */
export function deviceName(userAgent: string): string {
  const names = [BROWSERS, SYSTEMS].flatMap((known) => {
    const found = known.find(([pattern]) => pattern.test(userAgent));
    return found ? [found[1]] : [];
  });
  return names.length > 0 ? names.join(' · ') : '其他程序';
}
