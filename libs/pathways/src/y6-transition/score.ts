import { z } from 'zod';
import { choice, choices, decimal, whole } from '../fields';

const SUSPENSIONS = {
  none: 'None',
  one: 'One',
  two: 'Two',
  more: 'Three or more, or five days or more',
  moved: 'Off-site direction, managed move or permanent exclusion',
} as const;
const SEN = {
  none: 'No SEN support',
  support: 'SEN support',
  assessment: 'EHC assessment in progress',
  plan: 'EHC plan',
} as const;
const NEED = {
  yes: 'Social, emotional and mental health; autism; or speech, language and communication',
  no: 'Another need, or none',
} as const;
const FAMILY = {
  none: 'None',
  early_help: 'Early help',
  social_worker: 'Social worker now or in the last six years',
  protected: 'Child protection plan, or looked after',
} as const;
const MOVES = {
  moves: 'Two or more school moves in Key Stage 2',
  alone: 'Only child going to that secondary school',
  no_school: 'No secondary school 5 working days after offer day',
  far: 'Secondary school outside the area',
} as const;
const QUARTILES = {
  q1: 'Lowest quarter',
  q2: 'Second quarter',
  q3: 'Third quarter',
  q4: 'Highest quarter',
} as const;
const SERVICES = { none: 'None', one: 'One', two: 'Two', more: 'Three or more' } as const;
const EVENTS = {
  carer: 'Young carer',
  bereavement: 'Bereavement in the last 12 months',
  illness: 'A parent’s illness',
  housing: 'Housing move',
  english: 'New to English',
} as const;

const SUSPENSION_POINTS = { none: 0, one: 8, two: 12, more: 16, moved: 20 } as const;
const SEN_POINTS = { none: 0, support: 6, assessment: 8, plan: 8 } as const;
const FAMILY_POINTS = { none: 0, early_help: 3, social_worker: 6, protected: 10 } as const;
const MOVE_POINTS = { moves: 3, alone: 3, no_school: 4, far: 3 } as const;
const QUARTILE_POINTS = { q1: 0, q2: 3, q3: 6, q4: 10 } as const;
const SERVICE_POINTS = { none: 0, one: 1, two: 3, more: 5 } as const;

/**
 * What the Transition Vulnerability Score asks (handbook 4.3, items A to I). An answer left out makes the score less
 * complete. Ethnicity, Gypsy, Roma or Traveller heritage, address and free school meals are in no score.
 */
export const scoreAnswers = z.strictObject({
  attendance: decimal('A. Attendance, last two terms, per cent', 0, 100).optional(),
  suspensions: choice('B. Suspensions, last three terms', SUSPENSIONS).optional(),
  sen: choice('C. Special educational needs', SEN).optional(),
  need: choice('C. Is the main need one of these?', NEED).optional(),
  family: choice('D. Family services', FAMILY).optional(),
  moves: choices('E. Moves and secondary school', { ...MOVES, none: 'None of these' }).optional(),
  teacher: whole(
    'F. Teacher’s view: four answers from 1 to 5, added up',
    4,
    20,
    'Works in class, follows rules, belongs, has friends',
  ).optional(),
  concerns: choice('G. Pupil’s concerns, beside children here', QUARTILES).optional(),
  services: choice('H. Services involved now', SERVICES).optional(),
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

/** Adds up the score (handbook 4.3): raw over what was answered, as a share of 100. Pure. */
export function vulnerabilityScore(answers: ScoreAnswers): Score {
  const items = itemsOf(answers);
  const answered = items.filter(({ points }) => points !== null);
  const raw = sum(answered.map(({ points }) => points ?? 0));
  const available = sum(answered.map(({ max }) => max));
  const whole = sum(items.map(({ max }) => max));
  const tvs = available ? Math.round((raw / available) * 100) : undefined;
  return {
    items,
    raw,
    available,
    completeness: Math.round((available / whole) * 100),
    tvs,
    band: tvs === undefined ? undefined : bandOf(tvs),
  };
}

function itemsOf({
  attendance,
  suspensions,
  sen,
  need,
  family,
  moves,
  teacher,
  concerns,
  services,
  events,
}: ScoreAnswers): ScoreItem[] {
  const isPriority = need === 'yes' ? 2 : 0;
  return [
    item('A', 'Attendance', 20, attendance === undefined ? null : attendancePoints(attendance)),
    item('B', 'Suspensions', 20, suspensions ? SUSPENSION_POINTS[suspensions] : null),
    item(
      'C',
      'Special educational needs',
      10,
      sen ? Math.min(10, SEN_POINTS[sen] + (sen === 'none' ? 0 : isPriority)) : null,
    ),
    item('D', 'Family services', 10, family ? FAMILY_POINTS[family] : null),
    item(
      'E',
      'Moves and secondary school',
      8,
      moves ? Math.min(8, sum(moves.map((it) => (it === 'none' ? 0 : MOVE_POINTS[it])))) : null,
    ),
    item(
      'F',
      'Teacher’s view',
      12,
      teacher === undefined ? null : Math.round(((20 - teacher) / 16) * 12),
    ),
    item('G', 'Pupil’s concerns', 10, concerns ? QUARTILE_POINTS[concerns] : null),
    item('H', 'Services involved', 5, services ? SERVICE_POINTS[services] : null),
    item(
      'I',
      'Family events',
      5,
      events ? Math.min(5, events.filter((it) => it !== 'none').length) : null,
    ),
  ];
}

function item(code: string, label: string, max: number, points: number | null): ScoreItem {
  return { code, label, max, points };
}

function attendancePoints(percent: number): number {
  if (percent >= 95) return 0;
  if (percent >= 90) return 5;
  if (percent >= 80) return 10;
  return percent >= 50 ? 15 : 20;
}

/** The kind of support that a score suggests; the panel decides. */
export function bandOf(tvs: number): string {
  if (tvs >= 55) return 'Intensive';
  if (tvs >= 35) return 'Targeted';
  return tvs >= 20 ? 'School-led with advice' : 'The school’s own offer';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
