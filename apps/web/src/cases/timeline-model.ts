import { type TimelineItem } from '@app/casework';
import {
  addDays,
  type CalendarDay,
  londonDay,
  londonTime,
  plainDay,
} from '@app/statutory-calendar';

/** One item of the timeline in words. */
export function timelineModel(item: TimelineItem, today: CalendarDay) {
  const { key, kind, title, by, on, at, gist, answers, version, restatements } = item;
  const recordedOn = londonDay(at);
  const sameDay = recordedOn === on;
  return {
    key,
    kind,
    title,
    by: `by ${by}`,
    date: sameDay
      ? `${dayNear(on, today)}, ${londonTime(at)}`
      : `${plainDay(on)}, recorded ${plainDay(recordedOn)}, ${londonTime(at)}`,
    datetime: on,
    gist: restatements.length ? '' : gist,
    answers,
    version,
    restatements: restatements.map(({ by: who, at: when, reason, changes, moved, isUndone }) => ({
      by: who,
      reason,
      changes,
      on: plainDay(londonDay(when)),
      moved: moved.length,
      isUndone,
    })),
  };
}

function dayNear(day: CalendarDay, today: CalendarDay): string {
  if (day === today) return 'Today';
  return day === addDays(today, -1) ? 'Yesterday' : plainDay(day);
}
