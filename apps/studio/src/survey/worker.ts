import type { SurveyReport, SurveyRequest } from './messages';
import { SurveyDesk } from './survey-desk';

let desk: SurveyDesk | undefined;

addEventListener('message', ({ data }: MessageEvent<SurveyRequest>) => {
  const tell = (report: SurveyReport): void => postMessage(report);
  if (data.type === 'open') desk = new SurveyDesk(data.venue, data.register, tell);
  else desk?.do(data);
});
