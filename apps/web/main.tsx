import { AssessmentPage } from '@fuchi/assessment/page.tsx';
import { ThemeFrame } from '@fuchi/ui/theme-frame.tsx';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <ThemeFrame>
      <AssessmentPage />
    </ThemeFrame>
  </StrictMode>,
);
