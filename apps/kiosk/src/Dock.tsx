import { Icon, type IconName, type Settings, useSay } from '@daoyin/ui';
import { askForGuide } from './call/useGuideCall';
import { restingSettings } from './machine/machine';
import { forgetVisitor, settings } from './state';
import { useKioskWords } from './words';

/** What must be reachable for everybody, at the bottom of every screen: home, help, the way without steps, language, text, contrast, reach. */
export function Dock() {
  const { say, language } = useSay();
  const word = useKioskWords();
  const { largeText, hugeText, theme, lowReach, stepFree } = settings.store();
  const change = (wish: Partial<Settings>) => settings.store.setState(wish);
  const contrast = theme === 'contrast';
  return (
    <nav className="dock" aria-label={say('settings.title')}>
      <DockButton icon="home" name={say('kiosk.home')} onPress={forgetVisitor} />
      <DockButton icon="bell" name={word('call.button')} onPress={askForGuide} />
      <DockButton
        icon="wheelchair"
        name={word('dock.step-free')}
        pressed={stepFree}
        onPress={() => change({ stepFree: !stepFree })}
      />
      <DockButton
        icon="language"
        name={say('settings.language')}
        lang={language === 'zh' ? 'en' : 'zh-Hans'}
        onPress={() => change({ language: language === 'zh' ? 'en' : 'zh' })}
      />
      <DockButton
        icon="text"
        name={say('settings.elder')}
        pressed={largeText}
        onPress={() => change({ largeText: !largeText, hugeText: false })}
      />
      <DockButton
        icon="text"
        name={word('dock.huge')}
        pressed={hugeText}
        onPress={() => change({ hugeText: !hugeText })}
      />
      <DockButton
        icon="contrast"
        name={say('settings.contrast')}
        pressed={contrast}
        onPress={() => change({ theme: contrast ? restingSettings().theme : 'contrast' })}
      />
      <DockButton
        icon="reach"
        name={say('settings.reach')}
        pressed={lowReach}
        onPress={() => change({ lowReach: !lowReach })}
      />
    </nav>
  );
}

function DockButton({
  icon,
  name,
  lang,
  pressed,
  onPress,
}: {
  readonly icon: IconName;
  readonly name: string;
  readonly lang?: string;
  readonly pressed?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      className="dock-button"
      lang={lang}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      onClick={onPress}
    >
      <Icon name={pressed ? 'check' : icon} />
      <span>{name}</span>
    </button>
  );
}
