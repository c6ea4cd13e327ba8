import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { settings } from './settings';
import './studio.css';

settings.show();

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
