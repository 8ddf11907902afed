import { type OpenedCase, timelineOf } from '@app/casework';
import { londonDay, londonTime, plainDay } from '@app/statutory-calendar';
import { timelineModel } from './timeline-model';

/** Who did what while somebody else had the form open, and where the case stands now. */
export function conflictModel(opened: OpenedCase, seenVersion: number) {
  const { pathway, today, file } = opened;
  const news = timelineOf(pathway, { ...opened, messages: [] }).filter(
    ({ version = 0 }) => version > seenVersion,
  );
  const last = news[0];
  return {
    by: last?.by ?? 'Somebody else',
    when: last ? `${plainDay(londonDay(last.at))}, ${londonTime(last.at)}` : '',
    what: last?.title ?? 'Something was recorded',
    items: news.map((item) => timelineModel(item, today)),
    stands: pathway.copy.states['work']?.[file.stage] ?? '',
  };
}
