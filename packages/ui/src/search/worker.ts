import { pinyin } from 'pinyin-pro';
import { buildEngine, type Find, type Findable } from './engine';

export type SearchRequest =
  | { readonly type: 'open'; readonly findables: readonly Findable[] }
  | { readonly type: 'find'; readonly id: number; readonly query: string; readonly limit: number };

export interface SearchAnswer {
  readonly id: number;
  readonly ids: readonly string[];
}

let find: Find | undefined;

addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  if (data.type === 'open') {
    find = buildEngine(data.findables, (text) => pinyin(text, { toneType: 'none', type: 'array' }));
    return;
  }
  const answer: SearchAnswer = { id: data.id, ids: find?.(data.query, data.limit) ?? [] };
  postMessage(answer);
});
