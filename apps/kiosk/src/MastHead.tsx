import { useSay } from '@daoyin/ui';
import { useEffect, useState } from 'react';
import { useKioskWords } from './words';

/** The hall's name and the time. The mark opens the staff's settings, behind a PIN; visitors have nothing to touch up here. */
export function MastHead({ title, onStaff }: { readonly title: string; readonly onStaff: () => void }) {
  const { say, language } = useSay();
  const word = useKioskWords();
  const now = useMinute();
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  return (
    <header className="mast">
      <button type="button" className="mast-mark" aria-label={word('staff.open')} onClick={onStaff}>
        <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
          <path d="M16 4l9 23-9-6-9 6z" />
        </svg>
      </button>
      <div className="mast-title">
        <p className="mast-name">{title}</p>
        <p className="mast-line">{say('app.tagline')}</p>
      </div>
      <p className="mast-time">
        <time dateTime={now.toISOString()}>
          {now.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', hour12: false })}
        </time>
        <span>{now.toLocaleDateString(locale, { month: 'long', day: 'numeric', weekday: 'long' })}</span>
      </p>
    </header>
  );
}

const MINUTE_MS = 60_000;

/** The time as it is at each full minute. */
function useMinute(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const untilNext = MINUTE_MS - (now.getTime() % MINUTE_MS);
    const timer = setTimeout(() => setNow(new Date()), untilNext + 20);
    return () => clearTimeout(timer);
  }, [now]);
  return now;
}
