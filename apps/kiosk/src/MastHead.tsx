import { useSay } from '@daoyin/ui';
import { useEffect, useState } from 'react';

/** The hall's name and the time; nothing to touch up here. */
export function MastHead({ title }: { readonly title: string }) {
  const { say, language } = useSay();
  const now = useMinute();
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  return (
    <header className="mast">
      <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
        <path d="M16 4l9 23-9-6-9 6z" />
      </svg>
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

function useMinute(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 5000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
