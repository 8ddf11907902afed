import { addDays, type Calendar, type CalendarDay, lastDayOf } from '@app/statutory-calendar';
import { Dice } from '../dice';
import { type Journey } from '../journey';
import { type DemoChild, type YearNumber } from '../people/child';
import { EHC_OFFICERS } from '../people/officers';
import { type Register } from '../people/register';
import { DEMO_SCHOOLS } from '../people/schools';
import { squares, type Square } from './board';
import { COLLEAGUES_CASES } from './colleagues-cases';
import { type FollowedCase } from './followed-case';
import { TAMSINS_CASES } from './tamsins-cases';
import { tellOpenCase } from './open-case';
import { EhcStory } from './story';
import { Timeline } from './timeline';
import { excused, UNUSUAL } from './unusual';

/** What every maker of assessments works with. */
export interface Stage {
  readonly today: CalendarDay;
  readonly office: Calendar;
  readonly register: Register;
  readonly seed: string;
}

/** Requests peak before school, at Reception and around the change of school. */
const YEARS: readonly (readonly [YearNumber, number])[] = [
  [-1, 10],
  [0, 12],
  [1, 11],
  [2, 10],
  [3, 9],
  [4, 10],
  [5, 10],
  [6, 8],
  [7, 7],
  [8, 6],
  [9, 4],
  [10, 3],
  [11, 2],
];
/** Every so many cases, what happened in the last working days is told as it came: its letters are on their way. */
const EVERY_LIVE = 3;
const LIVE_WORKING_DAYS = 3;
/** Some of the plans that passed week 20 lately have a lawful reason. */
const EXCUSED_FROM = 141;

/** The open assessments: one for each square of the board. */
export function openAssessments(stage: Stage): Journey[] {
  const dice = new Dice(`${stage.seed} board`);
  const left = squares();
  const followed = [...TAMSINS_CASES, ...COLLEAGUES_CASES].map((each) =>
    followedCase(stage, each, taken(left, each)),
  );
  return [...followed, ...left.map((square, at) => chanceCase(stage, square, at, dice))];
}

/** Takes the square on which the case stands off the board. */
function taken(left: Square[], { leg, day }: FollowedCase): Square {
  const at = left.findIndex(
    ({ leg: each, days: [first, last] }) => each === leg && first <= day && day <= last,
  );
  if (at < 0) throw new Error(`The board has no square for day ${day} of ${leg}`);
  return left.splice(at, 1)[0]!;
}

function followedCase(stage: Stage, followed: FollowedCase, { leg }: Square): Journey {
  const child = stage.register.add(followed.child);
  const dice = new Dice(`${stage.seed} ${child.forename} ${child.surname}`);
  const story = storyOf(
    stage,
    { child, team: followed.team, officer: followed.officer },
    followed.day,
    dice,
  );
  if (followed.isFresh) story.liveFrom(liveSince(stage));
  return (
    followed.tell?.(story) ?? tellOpenCase(story, child, { leg, day: followed.day }, dice)
  ).journey();
}

function chanceCase(stage: Stage, { leg, days }: Square, at: number, dice: Dice): Journey {
  const day = dice.whole(...days);
  const child = stage.register.add({ year: dice.weighted(YEARS), sen: 'K' });
  const team = teamOf(child);
  const officer = dice.pick(EHC_OFFICERS[team]);
  const story = storyOf(stage, { child, team, officer }, day, dice);
  if (at % EVERY_LIVE === 0) story.liveFrom(liveSince(stage));
  tellOpenCase(story, child, { leg, day }, dice);
  if (leg === 'final' && days[0] === EXCUSED_FROM && at % 2 === 0) excused(story, dice);
  return (UNUSUAL[at]?.(story, day, stage.today) ?? story).journey();
}

export function storyOf(
  { today, office }: Stage,
  cast: ConstructorParameters<typeof EhcStory>[0],
  day: number,
  dice: Dice,
): EhcStory {
  return new EhcStory(cast, new Timeline(addDays(today, -day), today, office), dice);
}

/** The last few working days. */
export function liveSince({ today, office }: Stage): CalendarDay {
  return lastDayOf({ unit: 'WD', n: -LIVE_WORKING_DAYS }, today, office);
}

/** The south of Wendmoor has the higher postcodes. */
export function teamOf({ urn }: DemoChild): 'north' | 'south' {
  const postcode = DEMO_SCHOOLS.find((school) => school.urn === urn)?.postcode ?? '';
  return postcode < 'WM4' ? 'north' : 'south';
}
