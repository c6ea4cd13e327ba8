import { useStudio } from '../store/studio';
import { layers } from './registry';

/** Whether a layer is drawn: as somebody switched it, else as it is by itself. */
export const layerIsOn = (id: string): boolean =>
  useStudio.getState().layers[id] ?? layers.find((layer) => layer.id === id)?.on ?? false;

export function switchLayer(id: string, on: boolean): void {
  useStudio.setState(({ layers: switched }) => ({ layers: { ...switched, [id]: on } }));
}
