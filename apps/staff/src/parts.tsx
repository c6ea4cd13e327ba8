import { Notice } from '@daoyin/ui';
import type { ReactNode } from 'react';
import type { Work } from './useWork';

/** A field with its name above it. */
export function Field({
  name,
  label,
  hint,
  ...input
}: React.InputHTMLAttributes<HTMLInputElement> & { readonly label: string; readonly hint?: string }) {
  return (
    <label className="field">
      <span>{label}</span>
      <input name={name} {...input} />
      {hint === undefined ? null : <small>{hint}</small>}
    </label>
  );
}

/** A table whose head says what its columns are; it scrolls by itself where the page is narrow. */
export function Table({
  caption,
  heads,
  children,
}: {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
    <section className="table" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

/** How the last change went. */
export function Outcome({ work }: { readonly work: Work }) {
  if (work.fault !== undefined) return <Notice tone="error">{work.fault}</Notice>;
  return work.done === undefined ? null : <Notice tone="ok">{work.done}</Notice>;
}

/** The entries of a form by their fields' names; the form is emptied by the caller. */
export const entriesOf = (form: HTMLFormElement): Readonly<Record<string, string>> =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));

export const timeOf = (atMs: number, language: 'zh' | 'en'): string =>
  new Date(atMs).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
  });
