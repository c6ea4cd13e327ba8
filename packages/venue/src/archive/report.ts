import type { Issue, Severity } from '../types';

/** Where findings go while an archive is read. */
export type Report = (issue: Issue) => void;

/** Findings about one feature: its file and id are filled in. */
export type FeatureReport = (severity: Severity, kind: string, message: string) => void;

/** A value as a message shows it: JSON, at most 60 characters. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Why something threw, on one line. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s+/g, ' ').replace(/\.$/, '');
}
