import { pointsFor, settingsFor, whole } from '../policy';

/** The answers that give points, in the words of the form. */
export const SCORE_WORDS = {
  attendance: {
    fair: 'Attendance in the second band',
    low: 'Attendance in the third band',
    veryLow: 'Attendance in the fourth band',
    least: 'Attendance in the lowest band',
  },
  suspensions: {
    one: 'One',
    two: 'Two',
    more: 'Three or more, or five days or more',
    moved: 'Off-site direction, managed move or permanent exclusion',
  },
  sen: { support: 'SEN support', assessment: 'EHC assessment in progress', plan: 'EHC plan' },
  family: {
    early_help: 'Early help',
    social_worker: 'Social worker now or in the last six years',
    protected: 'Child protection plan, or looked after',
  },
  moves: {
    moves: 'Two or more school moves in Key Stage 2',
    alone: 'Only child going to that secondary school',
    no_school: 'No secondary school 5 working days after offer day',
    far: 'Secondary school outside the area',
  },
  concerns: {
    q1: 'Lowest quarter',
    q2: 'Second quarter',
    q3: 'Third quarter',
    q4: 'Highest quarter',
  },
  services: { one: 'One', two: 'Two', more: 'Three or more' },
} as const;

/** The points of the Transition Vulnerability Score (handbook 4.3). An answer that is not here gives none. */
export const scorePolicy = {
  /** Attendance of at least this is in the first band, the second, and so on. */
  from: { good: 95, fair: 90, low: 80, veryLow: 50 },
  attendance: { fair: 5, low: 10, veryLow: 15, least: 20 },
  suspensions: { one: 8, two: 12, more: 16, moved: 20 },
  sen: { support: 6, assessment: 8, plan: 8 },
  /** A main need that the score counts, and the most that SEN can give. */
  need: 2,
  senMost: 10,
  family: { early_help: 3, social_worker: 6, protected: 10 },
  moves: { moves: 3, alone: 3, no_school: 4, far: 3 },
  movesMost: 8,
  teacherMost: 12,
  concerns: { q1: 0, q2: 3, q3: 6, q4: 10 },
  services: { one: 1, two: 3, more: 5 },
  event: 1,
  eventsMost: 5,
} as const;

const usual = { score: scorePolicy };
const per = (label: string, above?: string) => whole(label, 'per cent', 1, 100, above);
const points = (label: string) => whole(label, 'points', 0, 50);
const GROUP = 'Vulnerability score';

/** Every number of the score, in tables by item. */
export const scoreSettings = [
  ...settingsFor(
    usual,
    {
      'score.from.good': per('Attendance, first band from', 'score.from.fair'),
      'score.from.fair': per('Attendance, second band from', 'score.from.low'),
      'score.from.low': per('Attendance, third band from', 'score.from.veryLow'),
      'score.from.veryLow': per('Attendance, fourth band from'),
    },
    `${GROUP}: A. Attendance`,
  ),
  ...pointsFor(usual, 'score.attendance', SCORE_WORDS.attendance, `${GROUP}: A. Attendance`),
  ...pointsFor(usual, 'score.suspensions', SCORE_WORDS.suspensions, `${GROUP}: B. Suspensions`),
  ...pointsFor(usual, 'score.sen', SCORE_WORDS.sen, `${GROUP}: C. SEN`),
  ...settingsFor(
    usual,
    {
      'score.need': points('A main need that counts'),
      'score.senMost': points('Most for special educational needs'),
    },
    `${GROUP}: C. SEN`,
  ),
  ...pointsFor(usual, 'score.family', SCORE_WORDS.family, `${GROUP}: D. Family services`),
  ...pointsFor(usual, 'score.moves', SCORE_WORDS.moves, `${GROUP}: E. Moves`),
  ...settingsFor(
    usual,
    { 'score.movesMost': points('Most for moves and secondary school') },
    `${GROUP}: E. Moves`,
  ),
  ...pointsFor(usual, 'score.concerns', SCORE_WORDS.concerns, `${GROUP}: G. Pupil’s concerns`),
  ...pointsFor(usual, 'score.services', SCORE_WORDS.services, `${GROUP}: H. Services`),
  ...settingsFor(
    usual,
    {
      'score.teacherMost': points('Most for the teacher’s view'),
      'score.event': points('Each family event'),
      'score.eventsMost': points('Most for family events'),
    },
    `${GROUP}: F and I`,
  ),
];
