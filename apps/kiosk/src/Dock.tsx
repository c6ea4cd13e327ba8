import { Icon, type IconName, type Settings, useSay } from '@daoyin/ui';
import { forgetVisitor, settings } from './state';

/** What must be reachable for everybody, at the bottom: large text, contrast, low reach, language, home. */
export function Dock() {
  const { say, language } = useSay();
  const { largeText, theme, lowReach } = settings.store();
  const change = (wish: Partial<Settings>) => settings.store.setState(wish);
  return (
    <nav className="dock" aria-label={say('settings.title')}>
      <DockButton icon="home" name={say('kiosk.home')} onPress={forgetVisitor} />
      <DockButton
        icon="text"
        name={say('settings.elder')}
        pressed={largeText}
        onPress={() => change({ largeText: !largeText })}
      />
      <DockButton
        icon="contrast"
        name={say('settings.contrast')}
        pressed={theme === 'contrast'}
        onPress={() => change({ theme: theme === 'contrast' ? 'auto' : 'contrast' })}
      />
      <DockButton
        icon="reach"
        name={say('settings.reach')}
        pressed={lowReach}
        onPress={() => change({ lowReach: !lowReach })}
      />
      <DockButton
        icon="language"
        name={say('settings.language')}
        onPress={() => change({ language: language === 'zh' ? 'en' : 'zh' })}
      />
    </nav>
  );
}

function DockButton({
  icon,
  name,
  pressed,
  onPress,
}: {
  readonly icon: IconName;
  readonly name: string;
  readonly pressed?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      className="dock-button"
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      onClick={onPress}
    >
      <Icon name={pressed ? 'check' : icon} />
      {name}
    </button>
  );
}
