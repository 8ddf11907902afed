import { londonDay, londonTime, longDay, plainDay } from '@app/statutory-calendar';
import { type CopyOf, type SittingFacts } from '../models';

/** At the foot of every page of the demonstration. */
export const MADE_UP = 'Made-up data. Every person, school and council shown here is invented.';

/** '1:30pm to 3:30pm'. */
export const sittingHours = ({ startsAt, endsAt }: SittingFacts) => `${startsAt} to ${endsAt}`;

/** 'Team Around the School, Wednesday 13 January 2027'. */
export const sittingName = ({ panel, day }: SittingFacts) => `${panel}, ${longDay(day)}`;

/** 'Delphine Achebe, 12 January 2027 2:12pm': what stands across every page of a copy. */
export const watermarkOf = ({ name, takenAt }: CopyOf) =>
  `${name}, ${plainDay(londonDay(takenAt))} ${londonTime(takenAt)}`;

/** 'team-around-the-school-2027-01-13-pack': nothing of any child. */
export function paperFileName({ panel, day }: SittingFacts, paper: string): string {
  const words = panel.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return [...words, day, paper].join('-');
}

/** '9 items are for you; 2 are not.', or '11 items are for you.' */
export function itemsForYou(mine: number, others: number): string {
  const yours = mine === 1 ? '1 item is for you' : `${mine} items are for you`;
  if (others === 0) return `${yours}.`;
  return `${yours}; ${others} ${others === 1 ? 'is' : 'are'} not.`;
}
