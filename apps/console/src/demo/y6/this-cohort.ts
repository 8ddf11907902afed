import { type CalendarDay, schoolYearOf } from '@app/statutory-calendar';
import { dobIn } from '../people/child';
import { Dice } from '../dice';
import { type Journey } from '../journey';
import { type Register } from '../people/register';
import { CAST, type Part, type Place } from './cast';
import { type SchoolTime } from './school-time';
import { Y6Story } from './story';
import { tellVisits } from './visits';

/** What the makers of the cohorts work with. */
export interface Year6 {
  readonly time: SchoolTime;
  readonly register: Register;
  readonly seed: string;
}

/** School days ago on which each group was before the panel, by its place in the group. */
const ACCEPTED: Readonly<Partial<Record<Place, readonly number[]>>> = {
  said_no: [12],
  waiting: [25, 14, 14, 12, 11, 11],
  waitlisted: [10],
  declined: [10],
};
/** School days from the panel to the first visit of the worker. */
const TO_START = 9;

/** The cohort that is in Year 6 today: every step of it, with 25 places agreed, 6 waiting for the family and 1 just freed. */
export function thisCohort({ time, register, seed }: Year6): Journey[] {
  const cohort = String(schoolYearOf(time.today) + 1);
  const counts = new Map<Place, number>();
  return CAST.map((part, at) => {
    const dice = new Dice(`${seed} cohort ${at}`);
    const nth = counts.get(part.place) ?? 0;
    counts.set(part.place, nth + 1);
    const child = register.add({
      year: 6,
      sen: dice.isLucky(0.75) ? 'K' : 'N',
      dob: dobIn(6, time.today, dice),
      careStatus: nth === 3 ? 'cp' : 'none',
      ...part.child,
    });
    const { score, band, to } = part;
    const nominee = { child, cohort, score, band, drawn: 1 + ((at * 17) % 53), expected: to };
    return told(new Y6Story(nominee, time.today, dice), part, nth, time, dice).journey();
  });
}

function told(story: Y6Story, part: Part, nth: number, time: SchoolTime, dice: Dice): Y6Story {
  const start = startOf(part, nth, time, dice);
  const panel = start ? time.later(start.on, -TO_START) : panelOn(part, nth, time);
  if (!panel) return early(story, part, nth, time);
  story
    .nominated(time.later(panel, -dice.whole(9, 14)))
    .screened(time.later(panel, -7))
    .scored(time.later(panel, -4), panel);
  if (start) return withUs(story.accepted(panel), { ...part, nth, panel, start }, time, dice);
  return atThePanel(story, part, nth, panel, time);
}

function atThePanel(
  story: Y6Story,
  { place }: Part,
  nth: number,
  panel: CalendarDay,
  time: SchoolTime,
): Y6Story {
  if (place === 'declined') {
    const reason = 'The school’s own offer is enough for now. We say what would change that.';
    return story.also(panel, 'PANEL_DECLINED', { reason }, 'gideon');
  }
  story.accepted(panel);
  if (place === 'said_no') return saidNo(story, panel, time);
  if (place === 'waitlisted') return story;
  const asked = time.workingBack(ASKED_AGO[nth % ASKED_AGO.length]!);
  return story.asked(asked).note(time.workingBack(3), WAITING[nth % WAITING.length]!);
}

/** Working days ago on which the families that have not answered were asked. */
const ASKED_AGO = [12, 9, 8, 6, 5, 4] as const;
const WAITING = [
  'Rang twice. Mum wants to talk to her sister first.',
  'Left a message and sent the leaflet again.',
  'Dad asks whether the worker can come on a Friday.',
] as const;

/** Days of the panels. The waiting list closes at May half term; what is listed later is for a place that falls free. */
function panelOn({ place }: Part, nth: number, time: SchoolTime): CalendarDay | undefined {
  const days = ACCEPTED[place];
  if (!days) return undefined;
  const on = time.back(days[nth % days.length]!);
  if (place !== 'waitlisted') return on;
  const closed = time.named('lastPupilDayBeforeMayHalfTerm', on);
  return closed < time.today ? time.workingLater(closed, 1) : on;
}

/** Not at the panel yet, or never. */
function early(story: Y6Story, { place }: Part, nth: number, time: SchoolTime): Y6Story {
  if (place === 'nominated') return story.nominated(time.back(3 * nth));
  if (place === 'screening')
    return story.nominated(time.back(9 + nth)).screened(time.back(4 - nth));
  const panel = place === 'moderation' ? time.later(time.today, 4) : undefined;
  return story
    .nominated(time.back(20 + nth))
    .screened(time.back(14))
    .scored(time.back(6 + nth), panel);
}

/** A place just fell free: the next child on the list can have it. */
function saidNo(story: Y6Story, accepted: CalendarDay, time: SchoolTime): Y6Story {
  const said = 'They thank us and will manage with the school.';
  return story
    .asked(time.workingLater(accepted, 1))
    .live(time.workingBack(0), 'AGREEMENT_REFUSED', { said }, 'ruben');
}

interface Start {
  readonly on: CalendarDay;
  readonly baseline: CalendarDay | undefined;
}

interface WithUs extends Part {
  readonly nth: number;
  readonly panel: CalendarDay;
  readonly start: Start;
}

function withUs(story: Y6Story, part: WithUs, time: SchoolTime, dice: Dice): Y6Story {
  const { panel, start, nth, worker = 'joss' } = part;
  const agreed = time.workingLater(panel, dice.whole(3, 7));
  story.asked(time.workingLater(panel, 1)).agreed(agreed).given(agreed, worker).started(start.on);
  if (!start.baseline) return story;
  story.baseline(start.baseline);
  return tellVisits(story, { baseline: start.baseline, nth }, time, dice);
}

/** When the worker began with the child, and when the baseline was done; undefined where nobody has begun. */
function startOf({ place }: Part, nth: number, time: SchoolTime, dice: Dice): Start | undefined {
  if (place !== 'visits' && place !== 'baseline') return undefined;
  const baseline = place === 'visits' ? baselineOn(nth, time) : undefined;
  const on = baseline ? time.later(baseline, -dice.whole(8, 14)) : time.back(14 - (nth % 7));
  return { on, baseline };
}

const BASELINES = 18;

/**
 * The day of the baseline: some weeks ago, but in this school year, since the summer holiday would otherwise end the
 * visits before they began. In the first days of September only some can have it.
 */
function baselineOn(nth: number, time: SchoolTime): CalendarDay | undefined {
  const planned = time.back(34 - nth);
  const yearStart = `${schoolYearOf(time.today)}-09-01`;
  if (planned >= yearStart) return planned;
  const soFar = time.schoolDaysSince(yearStart);
  if (soFar === 0 || nth % 3 === 0) return undefined;
  return time.back(Math.floor(((soFar - 1) * (BASELINES - nth)) / BASELINES));
}
