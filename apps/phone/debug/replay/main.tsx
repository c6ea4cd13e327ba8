import { startLanguage } from '@daoyin/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Replay } from './Replay';
import './replay.css';

startLanguage('en');

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <Replay />
  </StrictMode>,
);
