import type { Language } from '@daoyin/ui';
import { create } from 'zustand';

/** Why a value is not taken. */
export type Refusal = Readonly<Record<Language, string>>;

/** One value asked for, in front of the page; `take` says why it does not take it, and the question stays. */
export interface Question {
  readonly title: Readonly<Record<Language, string>>;
  readonly value: string;
  readonly take: (text: string) => Refusal | undefined;
}

export type Opened = 'palette' | 'help' | 'publish' | 'import' | Question | undefined;

/** The dialog that is open. */
export const useDialog = create<{ readonly opened: Opened }>()(() => ({ opened: undefined }));

export const ask = (question: Question): void => useDialog.setState({ opened: question });
export const openDialog = (opened: Opened): void => useDialog.setState({ opened });
