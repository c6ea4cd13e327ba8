import { createSettings } from '@daoyin/ui';
import { createRoot } from 'react-dom/client';
import { Routes } from './Routes';
import './routes.css';

const settings = createSettings('daoyin-routes');
settings.show();

createRoot(document.getElementById('app')!).render(<Routes />);
