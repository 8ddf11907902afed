import { pointsFor, settingsFor, whole } from '../policy';

/** The facts that make a child more vulnerable, in the words of the form. */
export const VULNERABILITY = {
  care: 'Looked after, or a child protection plan',
  services: 'Child in need, or early help',
  plan: 'EHC plan',
  support: 'SEN support',
} as const;

/** The points of a child’s priority (handbook 6.3). Persistent and severe absence are as the country counts them. */
export const priorityPolicy = {
  exclusion: {
    inPlay: 30,
    manyThisTerm: 25,
    manyThisYear: 20,
    someThisYear: 15,
    any: 5,
  },
  /** Suspended days: at least so many this term, more than so many this year, at least so many this year. */
  days: { manyThisTerm: 15, manyThisYear: 10, someThisYear: 5 },
  lately: { suspensions: 2, weeks: 4, points: 10 },
  absence: { severe: 15, persistent: 8, fall: 5, most: 20 },
  /** Points by which attendance fell since last term. */
  fallFrom: 10,
  vulnerable: { care: 15, services: 8, plan: 10, support: 5 },
  vulnerableMost: 20,
  waiting: { eachDay: 1, most: 10 },
  deferred: { each: 5, most: 10 },
  transition: 5,
} as const;

const usual = { priority: priorityPolicy };
const points = (label: string) => whole(label, 'points', 0, 50);
const GROUP = 'Priority';

/** Every number of the priority, in tables by part. */
export const prioritySettings = [
  ...settingsFor(
    usual,
    {
      'priority.exclusion.inPlay': points('Permanent exclusion is considered or decided'),
      'priority.days.manyThisTerm': whole('Many days this term: from', 'days', 1, 60),
      'priority.exclusion.manyThisTerm': points('Suspended for many days this term'),
      'priority.days.manyThisYear': whole(
        'Many days this year: more than',
        'days',
        1,
        45,
        'priority.days.someThisYear',
      ),
      'priority.exclusion.manyThisYear': points('Suspended for many days this year'),
      'priority.days.someThisYear': whole('Some days this year: from', 'days', 1, 45),
      'priority.exclusion.someThisYear': points('Suspended for some days this year'),
      'priority.exclusion.any': points('Suspended for less'),
    },
    `${GROUP}: E. Risk of exclusion`,
  ),
  ...settingsFor(
    usual,
    {
      'priority.lately.suspensions': whole('Suspensions lately: from', 'suspensions', 1, 10),
      'priority.lately.weeks': whole('Lately means the last', 'school weeks', 1, 12),
      'priority.lately.points': points('That many suspensions lately'),
      'priority.absence.severe': points('Severe absence'),
      'priority.absence.persistent': points('Persistent absence'),
      'priority.fallFrom': whole('Attendance fell since last term: from', 'points', 1, 50),
      'priority.absence.fall': points('Attendance that fell so far'),
      'priority.absence.most': points('Most for attendance'),
    },
    `${GROUP}: R and A. Lately, and attendance`,
  ),
  ...pointsFor(usual, 'priority.vulnerable', VULNERABILITY, `${GROUP}: V. Vulnerability`),
  ...settingsFor(
    usual,
    { 'priority.vulnerableMost': points('Most for vulnerability') },
    `${GROUP}: V. Vulnerability`,
  ),
  ...settingsFor(
    usual,
    {
      'priority.waiting.eachDay': points('Each working day of waiting'),
      'priority.waiting.most': points('Most for waiting'),
      'priority.deferred.each': points('Each time put off, not because of the school'),
      'priority.deferred.most': points('Most for being put off'),
      'priority.transition': points('At a change of school'),
    },
    `${GROUP}: W, D and X. Waiting and change`,
  ),
];
