import { useStaffWords } from '../words';

/** The way to the pages to print. */
export function PrintLinks() {
  const word = useStaffWords();
  return (
    <>
      <h1>{word('print.title')}</h1>
      <p>{word('print.text')}</p>
      <p>
        <a className="button button-primary" href="/staff/print/">
          {word('print.open')}
        </a>
      </p>
    </>
  );
}
