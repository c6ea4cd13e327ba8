import { type Hall, Notice, phoneBase, useHall, useSay, useSite } from '@daoyin/ui';
import { useMemo, useState } from 'react';
import { SheetView } from './SheetView';
import { type SheetKind, sheetKinds, sheetsOf } from './sheets';
import { usePrintWords } from './words';

/** Sheets to print, one an A4 page: the bar above them is left out on paper. */
export function PrintPage() {
  const { say } = useSay();
  const state = useHall();
  if (state.kind === 'ready') return <Sheets hall={state.hall} />;
  return (
    <main className="print-bar">
      <p role="status">{say(state.kind === 'loading' ? 'net.loading' : 'net.start-failed')}</p>
    </main>
  );
}

function Sheets({ hall }: { readonly hall: Hall }) {
  const word = usePrintWords();
  const site = useSite();
  const configured = phoneBase(site, location);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [kind, setKind] = useState<SheetKind>('windows');
  const [level, setLevel] = useState('');
  const [only, setOnly] = useState('');
  const base = (typed ?? configured ?? '').replace(/\/+$/, '');
  const all = useMemo(() => sheetsOf(kind, hall), [kind, hall]);
  const shown = useMemo(
    () =>
      all.filter(
        ({ seal, level: own }) =>
          (level === '' || own === '' || own === level) &&
          (only === '' || seal === undefined || isAmong(only, seal)),
      ),
    [all, level, only],
  );
  return (
    <>
      <header className="print-bar">
        <h1>{word('title')}</h1>
        <label className="field">
          {word('kind')}
          <select value={kind} onChange={(event) => setKind(event.target.value as SheetKind)}>
            {sheetKinds.map((one) => (
              <option key={one} value={one}>
                {word(one)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          {word('level')}
          <select value={level} onChange={(event) => setLevel(event.target.value)}>
            <option value="">{word('all')}</option>
            {hall.venue.levels.map(({ shortName }) => (
              <option key={shortName} value={shortName}>
                {shortName}
              </option>
            ))}
          </select>
        </label>
        {kind === 'windows' ? (
          <label className="field">
            {word('only')}
            <input value={only} placeholder="1–30, 45" onChange={(event) => setOnly(event.target.value)} />
          </label>
        ) : null}
        <label className="field">
          {word('address')}
          <input
            type="url"
            value={typed ?? configured ?? ''}
            placeholder="https://hall.example.org"
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <button type="button" className="button button-primary" onClick={() => print()}>
          {word('print', { count: shown.length })}
        </button>
        <a className="button" href="/staff/#print">
          {word('back')}
        </a>
        {base === '' ? (
          <Notice tone="warn" icon="phone">
            {word('no-address')}
          </Notice>
        ) : null}
      </header>
      <main className="sheets">
        {shown.map((sheet) => (
          <SheetView key={sheet.id} sheet={sheet} hall={hall} base={base === '' ? undefined : base} />
        ))}
      </main>
    </>
  );
}

/** Whether a number is among `1-30, 45`. */
export function isAmong(ranges: string, number: string): boolean {
  return ranges.split(/[,，、\s]+/).some((range) => {
    const [from, to] = range.split(/[-–~]/);
    if (to === undefined) return from === number;
    return Number(number) >= Number(from) && Number(number) <= Number(to);
  });
}
