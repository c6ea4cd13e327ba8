/** Somebody who is signed in; the token goes with every change. */
export interface Session {
  readonly name: string;
  readonly role: string;
  readonly csrfToken: string;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string };

export const fetchSession = (): Promise<Outcome<Session>> => ask('GET', '/api/staff/session');

export const signIn = (name: string, password: string): Promise<Outcome<Session>> =>
  ask('POST', '/api/staff/session', { name, password });

export const makeFirstAdmin = (token: string, name: string, password: string): Promise<Outcome<undefined>> =>
  ask('POST', '/api/staff/first-admin', { token, name, password });

export const signOut = ({ csrfToken }: Session): Promise<Outcome<undefined>> =>
  ask('DELETE', '/api/staff/session', undefined, { 'x-csrf-token': csrfToken });

async function ask<T>(
  method: string,
  path: string,
  body?: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Outcome<T>> {
  try {
    const response = await fetch(path, {
      method,
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = response.status === 204 ? undefined : await response.json();
    if (response.ok) return { ok: true, value: answer as T };
    return { ok: false, message: messageOf(response.status, answer as { detail?: string }) };
  } catch {
    return { ok: false, message: '无法连接服务器 · The server cannot be reached.' };
  }
}

const messages: Readonly<Record<number, string>> = {
  401: '姓名或密码不正确 · Name or password is wrong.',
  410: '链接已使用或已过期，请重启服务器 · This link was used or is too old. Start the server again.',
  429: '尝试次数过多，请稍后再试 · Too many tries. Wait a little.',
};

const messageOf = (status: number, { detail }: { detail?: string } = {}): string =>
  messages[status] ?? detail ?? `${status}`;
