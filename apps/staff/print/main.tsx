import { applyTheme } from '@daoyin/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { settings } from '../src/state';
import { PrintPage } from './PrintPage';
import './print.css';

settings.show();
// paper is white, whatever the screen's theme is
applyTheme({ theme: 'light', largeText: false });

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <PrintPage />
  </StrictMode>,
);
