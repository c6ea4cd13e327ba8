import { createSettings, startLanguage } from '@daoyin/ui';
import { createRoot } from 'react-dom/client';
import { Routes } from './Routes';
import './routes.css';

const settings = createSettings('daoyin-routes');
startLanguage(settings.store.getState().language);
settings.show();

createRoot(document.getElementById('app')!).render(<Routes />);
