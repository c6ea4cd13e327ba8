import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { keepOffline } from './offline/register';
import { askForPlan } from './plan-ahead';
import { settings } from './state';
import './phone.css';

askForPlan();
settings.show();

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

keepOffline();
