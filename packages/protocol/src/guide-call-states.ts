/** `waiting` → `coming` → `done`; whoever asked may take it back before. */
export const guideCallStates = ['waiting', 'coming', 'done', 'cancelled'] as const;
