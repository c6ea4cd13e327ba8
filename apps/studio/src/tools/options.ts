import type { ConnectorKind } from '@daoyin/venue';
import { create } from 'zustand';

/** What is set before drawing: how the next thing is made. Metres. */
export interface ToolOptions {
  /** A tap adds to the selection and a drag draws a box, as with Shift: for fingers. */
  readonly isAdding: boolean;
  readonly wallThickness: number;
  readonly roomCategory: string;
  readonly doorWidth: number;
  /** Windows of the next counter; 0 takes one each 1.5 m. */
  readonly windowCount: number;
  /** The number of its first window; empty takes the next free one. */
  readonly firstNumber: string;
  readonly counterDepth: number;
  readonly shaftKind: ConnectorKind;
  /** Storeys that a shaft serves; empty means all. */
  readonly shaftLevels: readonly string[];
  readonly amenityCategory: string;
}

export const useToolOptions = create<ToolOptions>()(() => ({
  isAdding: false,
  wallThickness: 0.2,
  roomCategory: 'room',
  doorWidth: 1.2,
  windowCount: 0,
  firstNumber: '',
  counterDepth: 0.8,
  shaftKind: 'elevator',
  shaftLevels: [],
  amenityCategory: 'information',
}));
