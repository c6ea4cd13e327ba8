import { FlatPlan, type Hall, Icon, Qr } from '@daoyin/ui';
import { labelText } from '@daoyin/venue';
import type { Sheet } from './sheets';

const codeTexts: Readonly<Record<Sheet['kind'], readonly [zh: string, en: string]>> = {
  windows: ['您在这里。扫码去别的窗口', 'You are here. Scan to go on'],
  signs: ['您在这里。扫码，手机带您走', 'You are here. Scan, and your phone leads you'],
  themes: ['扫码，按步骤带您走', 'Scan to be led step by step'],
};

/** One page, in Chinese and English alike: it is read by everybody who passes. */
export function SheetView({
  sheet,
  hall,
  base,
}: {
  readonly sheet: Sheet;
  readonly hall: Hall;
  readonly base: string | undefined;
}) {
  const { kind, level, seal, icon, title, area, at } = sheet;
  return (
    <article className={`sheet sheet-${kind}`}>
      <header className="sheet-band" style={area === undefined ? {} : { background: area.colour }}>
        <span>{labelText(hall.venue.name, 'zh')}</span>
        {area === undefined ? null : (
          <span className="sheet-area">
            {labelText(area.name, 'zh')} <span lang="en">{labelText(area.name, 'en')}</span>
          </span>
        )}
        {level === '' ? null : <strong>{level}</strong>}
      </header>
      <div className="sheet-body">
        {seal === undefined ? null : <p className="sheet-seal">{seal}</p>}
        <div className="sheet-head">
          {icon === undefined ? null : <Icon name={icon} className="sheet-icon" />}
          <h2>
            {labelText(title, 'zh')}
            <span lang="en">{labelText(title, 'en')}</span>
          </h2>
        </div>
        <Lines sheet={sheet} />
        {kind === 'signs' && at !== undefined ? (
          <div className="sheet-plan">
            <FlatPlan venue={hall.venue} paint={hall.paint} level={level} here={at} />
          </div>
        ) : null}
      </div>
      {base === undefined ? null : (
        <footer className="sheet-code">
          <Qr text={base + sheet.path} label={codeTexts[kind][1]} />
          <p>
            {codeTexts[kind][0]}
            <span lang="en">{codeTexts[kind][1]}</span>
          </p>
        </footer>
      )}
    </article>
  );
}

function Lines({ sheet }: { readonly sheet: Sheet }) {
  const List = sheet.kind === 'themes' ? 'ol' : 'ul';
  if (sheet.lines.length === 0) return null;
  return (
    <List className="sheet-lines">
      {sheet.lines.map((line) => (
        <li key={labelText(line, 'zh')}>
          {labelText(line, 'zh')} <span lang="en">{labelText(line, 'en')}</span>
        </li>
      ))}
    </List>
  );
}
