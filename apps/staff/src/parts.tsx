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

/** A new password is at least as long as the server asks for. */
export function NewPassword({ name, label }: { readonly name: string; readonly label: string }) {
  return (
    <Field
      name={name}
      type="password"
      label={label}
      autoComplete="new-password"
      required
      minLength={10}
      maxLength={200}
    />
  );
}

/** The options of a select: each value with what it is called. */
export function Options({ of }: { readonly of: readonly (readonly [value: string, label: string])[] }) {
  return of.map(([value, label]) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

export type Entries = Readonly<Record<string, string>>;

/** A form that is sent without leaving the page: `onSend` is given its entries by their fields' names, and the form, to empty it when all went well. */
export function Form({
  className = 'card',
  onSend,
  children,
}: {
  readonly className?: string;
  readonly onSend: (entries: Entries, form: HTMLFormElement) => Promise<void>;
  readonly children: ReactNode;
}) {
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        void onSend(entriesOf(event.currentTarget), event.currentTarget);
      }}
    >
      {children}
    </form>
  );
}

const entriesOf = (form: HTMLFormElement): Entries =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));

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

export const timeOf = (atMs: number, language: 'zh' | 'en'): string =>
  new Date(atMs).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
  });
