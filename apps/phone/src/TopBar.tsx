import { Icon, useSay } from '@daoyin/ui';
import { settings } from './state';

/** The hall's name, and what must be one tap away on every screen: large text and the other language. */
export function TopBar({ title }: { readonly title: string }) {
  const { say, language } = useSay();
  const { largeText } = settings.store();
  return (
    <header className="top">
      <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
        <path d="M16 4l9 23-9-6-9 6z" />
      </svg>
      <p className="top-title">{title}</p>
      <button
        type="button"
        className="top-button"
        aria-pressed={largeText}
        onClick={() => settings.store.setState({ largeText: !largeText })}
      >
        <Icon name="text" />
        {say('settings.elder')}
      </button>
      <button
        type="button"
        className="top-button"
        lang={language === 'zh' ? 'en' : 'zh-Hans'}
        aria-label={say('settings.language-label')}
        onClick={() => settings.store.setState({ language: language === 'zh' ? 'en' : 'zh' })}
      >
        {language === 'zh' ? 'EN' : '中'}
      </button>
    </header>
  );
}
