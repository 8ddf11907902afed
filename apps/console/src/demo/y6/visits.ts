import { type CalendarDay } from '@app/statutory-calendar';
import { type Dice } from '../dice';
import { type SchoolTime } from './school-time';
import { type Y6Story } from './story';

/** School days between two contacts, and how long ago the latest was, by the child's place in the group. */
const EVERY = 9;
const LATEST = [13, 2, 9, 2, 7, 12, 5, 11, 3, 8, 14, 6, 10, 4, 1, 9, 7, 12] as const;
/** School days between the offer of a school and the family's yes. */
const TO_CONFIRM = 8;
/** Every so many children something is still open. */
const STILL_OPEN = 7;

/** From the baseline on: visits, the secondary school, the hand-over in June. */
export function tellVisits(
  story: Y6Story,
  { baseline, nth }: { readonly baseline: CalendarDay; readonly nth: number },
  time: SchoolTime,
  dice: Dice,
): Y6Story {
  const handover = handoverOn(baseline, nth, time);
  const until = handover ?? time.named('lastPupilDayOfSummerTerm', baseline);
  for (let n = LATEST[nth % LATEST.length]!; ; n += EVERY) {
    const on = time.back(n);
    if (on <= baseline) break;
    if (on < until) story.visited(on, dice.isLucky(0.2) ? 'home' : 'primary');
  }
  tellSchool(story, baseline, nth, time);
  return handover ? story.handedOver(handover) : story;
}

/** Offered on national offer day, then confirmed by the family. */
function tellSchool(story: Y6Story, baseline: CalendarDay, nth: number, time: SchoolTime): void {
  const offerDay = offerDayOf(baseline, time);
  if (!offerDay || nth % STILL_OPEN === STILL_OPEN - 1) return;
  const offered = offerDay < baseline ? baseline : offerDay;
  const confirmed = time.later(offered, 1 + (nth % TO_CONFIRM));
  if (offered > time.today) return;
  story.offered(offered);
  if (confirmed <= time.today) story.confirmed(confirmed);
}

/** The offer day of this school year, if it is past. */
function offerDayOf(baseline: CalendarDay, time: SchoolTime): CalendarDay | undefined {
  const year = Number(baseline.slice(0, 4)) + (baseline.slice(5) >= '09' ? 1 : 0);
  const day = time.named('nationalOfferDay', `${year}-02-01`);
  return day <= time.today ? day : undefined;
}

/** In the four weeks before the hand-over date; most are held by it. */
function handoverOn(baseline: CalendarDay, nth: number, time: SchoolTime): CalendarDay | undefined {
  const lastDay = time.named('lastPupilDayOfSummerTerm', baseline);
  const planned = time.later(lastDay, -40 + nth);
  const isReady = nth % STILL_OPEN !== STILL_OPEN - 1 && nth % 5 !== 4;
  const needs = time.later(baseline, TO_CONFIRM + 2);
  const held = planned < needs ? needs : planned;
  return isReady && held < time.today && held < lastDay ? held : undefined;
}
