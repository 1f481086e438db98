import type { ThemeConfig } from 'antd';

/** The only place with colours. Text on its ground keeps 4.5:1, as WCAG AA wants. */
export const COLOURS = {
  accent: '#1f5a96',
  accentSoft: '#eef4fa',
  text: '#1d2129',
  quiet: '#5b6472',
  line: '#dfe3e8',
  control: '#8a93a0',
  ground: '#f5f6f8',
  sheet: '#ffffff',
  yes: '#1b6e3c',
  yesSoft: '#edf6f0',
  no: '#a8261c',
  noSoft: '#fbefee',
  open: '#7d5200',
  openSoft: '#fcf5e6',
} as const;

export const FONT =
  '-apple-system, BlinkMacSystemFont, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Segoe UI", sans-serif';

/** The same colours for antd's parts. */
export const THEME: ThemeConfig = {
  token: {
    colorPrimary: COLOURS.accent,
    colorLink: COLOURS.accent,
    colorText: COLOURS.text,
    colorTextSecondary: COLOURS.quiet,
    colorTextTertiary: COLOURS.quiet,
    colorTextDescription: COLOURS.quiet,
    colorTextPlaceholder: '#6a7380',
    colorBorder: COLOURS.control,
    colorError: COLOURS.no,
    colorWarning: COLOURS.open,
    colorSuccess: COLOURS.yes,
    colorInfo: COLOURS.accent,
    // From colours as dark as these antd mixes grounds that are muddy.
    colorErrorBg: COLOURS.noSoft,
    colorWarningBg: COLOURS.openSoft,
    colorSuccessBg: COLOURS.yesSoft,
    colorInfoBg: COLOURS.accentSoft,
    borderRadius: 4,
    fontFamily: FONT,
    fontSize: 15,
    controlHeight: 36,
    controlHeightSM: 30,
    motion: false,
  },
};

/** The same colours for style sheets: `var(--accent)`, `var(--yes-soft)`. */
export function themeVariables(): Record<`--${string}`, string> {
  const variables: Record<`--${string}`, string> = { '--font': FONT };
  for (const [name, value] of Object.entries(COLOURS)) {
    variables[`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`] = value;
  }
  return variables;
}
