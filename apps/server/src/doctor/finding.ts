/** What was looked at, and how it is. */
export interface Finding {
  readonly severity: 'ok' | 'warning' | 'error';
  /** The part, such as `database`. */
  readonly part: string;
  readonly message: string;
}

export const ok = (part: string, message: string): Finding => ({ severity: 'ok', part, message });
export const warning = (part: string, message: string): Finding => ({ severity: 'warning', part, message });
export const error = (part: string, message: string): Finding => ({ severity: 'error', part, message });
