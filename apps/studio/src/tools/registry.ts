import { shapeTool } from '../shape/tool';
import { standTool } from '../survey/stand-tool';
import { tracingTool } from '../tracing/tool';
import { beaconTool } from './beacon';
import { counterTool } from './counter';
import { doorTool } from './door';
import { measureTool } from './measure';
import { roomTool, shaftTool, wallTool } from './outlines';
import { amenityTool, closureTool } from './points';
import { selectTool } from './select';
import type { Tool } from './tool';

/** The palette, from the top. */
export const tools: readonly Tool[] = [
  selectTool,
  shapeTool,
  beaconTool,
  wallTool,
  roomTool,
  doorTool,
  counterTool,
  shaftTool,
  amenityTool,
  closureTool,
  measureTool,
  tracingTool,
];

/** A tool by its id; selecting where there is none of that id. */
export const toolNamed = (id: string): Tool =>
  [...tools, standTool].find((tool) => tool.id === id) ?? selectTool;
