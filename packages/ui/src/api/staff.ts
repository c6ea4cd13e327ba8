import { type ApiError, type ApiResult, request } from './client';

export const roles = ['viewer', 'editor', 'publisher', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Somebody who is signed in; the token goes with every change. */
export interface Session {
  readonly name: string;
  readonly role: Role;
  readonly csrfToken: string;
}

/** Whether a role may do what is for `least` or higher. */
export const may = ({ role }: Session, least: Role): boolean => roles.indexOf(role) >= roles.indexOf(least);

export const fetchSession = (): Promise<ApiResult<Session>> => request('/api/staff/session');

export const signIn = (name: string, password: string): Promise<ApiResult<Session>> =>
  send(undefined, 'POST', '/api/staff/session', { name, password });

export const makeFirstAdmin = (
  token: string,
  name: string,
  password: string,
): Promise<ApiResult<undefined>> =>
  send(undefined, 'POST', '/api/staff/first-admin', { token, name, password });

export const signOut = (session: Session): Promise<ApiResult<undefined>> =>
  send(session, 'DELETE', '/api/staff/session');

/** Asks for a change in the name of whoever is signed in. */
export function send<T = undefined>(
  session: Session | undefined,
  method: string,
  path: string,
  body?: object,
): Promise<ApiResult<T>> {
  return request<T>(path, undefined, {
    method,
    headers: {
      ...(session && { 'x-csrf-token': session.csrfToken }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
}

/** The status of an answer that is none: 0 where the server cannot be reached. */
export function statusOf(error: ApiError): number {
  if (error.kind === 'offline') return 0;
  return error.kind === 'not-found' ? 404 : error.status;
}
