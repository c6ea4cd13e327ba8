import { startLanguage } from '@daoyin/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { settings } from './state';
import './kiosk.css';

startLanguage(settings.store.getState().language);
settings.show();

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
