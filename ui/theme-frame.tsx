import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { THEME, themeVariables } from './theme.ts';
import './page.css';

/** Everything on a page stands in here: colours, type, and antd in Chinese. */
export function ThemeFrame({ children }: { readonly children: ReactNode }) {
  return (
    <ConfigProvider theme={THEME} locale={zhCN} button={{ autoInsertSpace: false }}>
      <div className="theme-frame" style={themeVariables()}>
        {children}
      </div>
    </ConfigProvider>
  );
}
