import { z } from 'zod';
import { choice, choices, decimal, whole } from '../fields';
import { type InForce } from '../policy';
import { y6Policy } from './policy';
import { SCORE_WORDS } from './score-policy';

const NEED = {
  yes: 'Social, emotional and mental health; autism; or speech, language and communication',
  no: 'Another need, or none',
} as const;
const EVENTS = {
  carer: 'Young carer',
  bereavement: 'Bereavement in the last 12 months',
  illness: 'A parent’s illness',
  housing: 'Housing move',
  english: 'New to English',
} as const;

/**
 * What the Transition Vulnerability Score asks (handbook 4.3, items A to I). An answer left out makes the score less
 * complete. Ethnicity, Gypsy, Roma or Traveller heritage, address and free school meals are in no score.
 */
export const scoreAnswers = z.strictObject({
  attendance: decimal('A. Attendance, last two terms, per cent', 0, 100).optional(),
  suspensions: choice('B. Suspensions, last three terms', {
    none: 'None',
    ...SCORE_WORDS.suspensions,
  }).optional(),
  sen: choice('C. Special educational needs', {
    none: 'No SEN support',
    ...SCORE_WORDS.sen,
  }).optional(),
  need: choice('C. Is the main need one of these?', NEED).optional(),
  family: choice('D. Family services', { none: 'None', ...SCORE_WORDS.family }).optional(),
  moves: choices('E. Moves and secondary school', {
    ...SCORE_WORDS.moves,
    none: 'None of these',
  }).optional(),
  teacher: whole(
    'F. Teacher’s view: four answers from 1 to 5, added up',
    4,
    20,
    'Works in class, follows rules, belongs, has friends',
  ).optional(),
  concerns: choice('G. Pupil’s concerns, beside children here', SCORE_WORDS.concerns).optional(),
  services: choice('H. Services involved now', {
    none: 'None',
    ...SCORE_WORDS.services,
  }).optional(),
  events: choices('I. Family events', { ...EVENTS, none: 'None of these' }).optional(),
});

export type ScoreAnswers = z.output<typeof scoreAnswers>;

/** One item of the score; points are null where it was not answered. */
export interface ScoreItem {
  readonly code: string;
  readonly label: string;
  readonly points: number | null;
  readonly max: number;
}

/** The score with its sum. */
export interface Score {
  readonly items: readonly ScoreItem[];
  /** Sum of the points given. */
  readonly raw: number;
  /** Sum of what the answered items could give. */
  readonly available: number;
  /** Per cent of the whole that is answered. */
  readonly completeness: number;
  /** 0 to 100; undefined when nothing is answered. */
  readonly tvs: number | undefined;
  readonly band: string | undefined;
}

type Numbers = InForce<typeof y6Policy>;
type Points = Numbers['score'];

/** Adds up the score (handbook 4.3) with the numbers of its case: raw over what was answered, as a share of 100. Pure. */
export function vulnerabilityScore(answers: ScoreAnswers, numbers: Numbers = y6Policy): Score {
  const items = itemsOf(answers, numbers.score);
  const answered = items.filter(({ points }) => points !== null);
  const raw = sum(answered.map(({ points }) => points ?? 0));
  const available = sum(answered.map(({ max }) => max));
  const all = sum(items.map(({ max }) => max));
  const tvs = available ? Math.round((raw / available) * 100) : undefined;
  return {
    items,
    raw,
    available,
    completeness: all ? Math.round((available / all) * 100) : 0,
    tvs,
    band: tvs === undefined ? undefined : bandOf(tvs, numbers),
  };
}

function itemsOf(answers: ScoreAnswers, points: Points): ScoreItem[] {
  const { attendance, suspensions, sen, family, moves, teacher, concerns, services, events } =
    answers;
  return [
    item('A', 'Attendance', most(points.attendance), attendance, (it) =>
      attendancePoints(it, points),
    ),
    item('B', 'Suspensions', most(points.suspensions), suspensions, (it) =>
      given(points.suspensions, it),
    ),
    item('C', 'Special educational needs', points.senMost, sen, (it) =>
      it === 'none' ? 0 : points.sen[it] + (answers.need === 'yes' ? points.need : 0),
    ),
    item('D', 'Family services', most(points.family), family, (it) => given(points.family, it)),
    item('E', 'Moves and secondary school', points.movesMost, moves, (all) =>
      sum(all.map((it) => given(points.moves, it))),
    ),
    item('F', 'Teacher’s view', points.teacherMost, teacher, (it) =>
      Math.round(((20 - it) / 16) * points.teacherMost),
    ),
    item('G', 'Pupil’s concerns', most(points.concerns), concerns, (it) => points.concerns[it]),
    item('H', 'Services involved', most(points.services), services, (it) =>
      given(points.services, it),
    ),
    item('I', 'Family events', points.eventsMost, events, (all) =>
      sum(all.map((it) => (it === 'none' ? 0 : points.event))),
    ),
  ];
}

/** One item: nothing where it was not answered, and never more than its most. */
function item<A>(
  code: string,
  label: string,
  max: number,
  answer: A | undefined,
  pointsOf: (answer: A) => number,
): ScoreItem {
  return {
    code,
    label,
    max,
    points: answer === undefined ? null : Math.min(max, pointsOf(answer)),
  };
}

const most = (table: Readonly<Record<string, number>>) => Math.max(...Object.values(table));

/** An answer that is not in the table gives nothing. */
const given = (table: Readonly<Record<string, number>>, answer: string) => table[answer] ?? 0;

function attendancePoints(percent: number, { from, attendance }: Points): number {
  if (percent >= from.good) return 0;
  if (percent >= from.fair) return attendance.fair;
  if (percent >= from.low) return attendance.low;
  return percent >= from.veryLow ? attendance.veryLow : attendance.least;
}

/** The kind of support that a score suggests; the panel decides. */
export function bandOf(tvs: number, { bands, threshold }: Numbers = y6Policy): string {
  if (tvs >= bands.intensive) return 'Intensive';
  if (tvs >= threshold) return 'Targeted';
  return tvs >= bands.schoolLed ? 'School-led with advice' : 'The school’s own offer';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
