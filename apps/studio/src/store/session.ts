import type { Session } from '@daoyin/ui';
import { create } from 'zustand';

/** Who works here; undefined until they have signed in. */
export const useSession = create<{ readonly session: Session | undefined }>()(() => ({ session: undefined }));

export const currentSession = (): Session | undefined => useSession.getState().session;
