import { fewBeaconsRule } from '@daoyin/positioning';
import type { StudioDocument } from '@daoyin/protocol';
import { createRouter } from '@daoyin/routing';
import { hallIssues, rememberedWays, type Ways } from '@daoyin/services';

/** A document to look at; `isSamePlan` where its plan is that of the document before. */
export interface Look {
  readonly id: number;
  readonly document: StudioDocument;
  readonly isSamePlan: boolean;
}

let ways: Ways | undefined;

/** The gate's rules on the document of the page, away from its drawing. */
addEventListener('message', ({ data }: MessageEvent<Look>) => {
  const { venue, register, catalogue, closures } = data.document;
  const start = performance.now();
  if (ways === undefined || !data.isSamePlan) ways = rememberedWays(createRouter(venue, { prepare: [] }));
  const issues = hallIssues({ venue, register, services: catalogue, closures }, ways, [fewBeaconsRule]);
  postMessage({ id: data.id, issues, tookMs: performance.now() - start });
});
