import { fewBeaconsRule } from '@daoyin/positioning';
import type { StudioDocument } from '@daoyin/protocol';
import { createRouter } from '@daoyin/routing';
import { hallIssues } from '@daoyin/services';

/** The gate's rules on the document of the page, away from its drawing. */
addEventListener(
  'message',
  ({ data }: MessageEvent<{ readonly id: number; readonly document: StudioDocument }>) => {
    const { venue, register, catalogue, closures } = data.document;
    const start = performance.now();
    const issues = hallIssues(
      { venue, register, services: catalogue, closures },
      createRouter(venue, { prepare: [] }),
      [fewBeaconsRule],
    );
    postMessage({ id: data.id, issues, tookMs: performance.now() - start });
  },
);
