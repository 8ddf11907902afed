import {
  type PanelSitting,
  STAGES,
  type SittingStage,
  type Terms,
  EVERY,
  WEEKDAYS,
} from '@app/panels';
import { londonInstant, londonTime, plainDay } from '@app/statutory-calendar';

const MINUTE = 60_000;

/** What a member said, in words. */
export const REPLY_WORDS = {
  coming: 'Coming',
  here: 'Here',
  apologies: 'Apologies',
  left: 'Left early',
} as const;

/** '1:30pm to 3:30pm'. */
export function timesWords({
  startsAt,
  minutes,
}: Pick<PanelSitting, 'startsAt' | 'minutes'>): string {
  return `${londonTime(startsAt)} to ${londonTime(new Date(startsAt.getTime() + minutes * MINUTE))}`;
}

/** 'Planned', 'Agenda open, 4 items'. */
export function stageWords({ stage, items }: { stage: SittingStage; items: number }): string {
  const counted = items === 0 ? '' : `, ${items} ${items === 1 ? 'item' : 'items'}`;
  return STAGES[stage] + counted;
}

/** 'Every week on Wednesdays at 13:30, in term time'. */
export function cadenceWords({ cadence }: Terms): string {
  const { every, weekday, startsAt, termOnly, dates = [] } = cadence;
  if (every === 'dates') return `On ${dates.map(plainDay).join(', ') || 'days that are named'}`;
  const day = WEEKDAYS[String(weekday) as keyof typeof WEEKDAYS];
  return `${EVERY[every]}: ${day}, ${timeWords(startsAt)}. ${termOnly ? 'In term time' : 'All year'}`;
}

/** The terms of reference as facts of a page. */
export function termsFacts(terms: Terms): { label: string; value: string }[] {
  const { papersDue, papersOut, fresh, review, opening, cadence } = terms;
  return [
    { label: 'Sits', value: cadenceWords(terms) },
    {
      label: 'Length',
      value: `${cadence.minutes} minutes, of which ${opening} for the opening and the close`,
    },
    {
      label: 'Items',
      value: `${fresh.count} new at ${fresh.minutes} minutes, ${review.count} reviews at ${review.minutes}`,
    },
    { label: 'Papers due', value: beforeWords(papersDue) },
    { label: 'Papers go out', value: beforeWords(papersOut) },
    { label: 'Quorum', value: terms.quorum.map(({ label }) => label).join('; ') },
    {
      label: 'Put off at most',
      value: `${timesOver(terms.mostDeferrals)}; once more needs the head of service`,
    },
    { label: 'Minutes out', value: `${terms.minutesWorkingDays} working days after the sitting` },
  ];
}

function beforeWords({ n, unit, at }: Terms['papersDue']): string {
  const days = unit === 'WD' ? 'working' : 'school';
  return `${n} ${days} ${n === 1 ? 'day' : 'days'} before, at ${timeWords(at)}`;
}

const timesOver = (n: number) => (n === 1 ? 'Once' : `${n} times`);

/** '5pm' for 17:00. Any day does: no panel sits in the hour that the clocks leave out. */
const timeWords = (at: string) => londonTime(londonInstant('2026-01-05', at));
