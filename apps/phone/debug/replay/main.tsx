import { createSettings } from '@daoyin/ui';
import { createRoot } from 'react-dom/client';
import { Replay } from './Replay';
import './replay.css';

const settings = createSettings('daoyin-replay');
settings.show();

createRoot(document.getElementById('app')!).render(
  <Replay onLanguage={(language) => settings.store.setState({ language })} />,
);
