import { settingsFor, whole } from '../policy';

/** The numbers of the rules that find children in the data (handbook 6.2). */
export const findingPolicy = {
  /** With fewer possible sessions nothing is said about attendance. */
  fewestSessions: 20,
  /** Suspended days over three terms. */
  threeTermDays: { primary: 5, secondary: 10 },
  /** Suspensions in so many last school weeks. */
  manySuspensions: 3,
  manyWeeks: 6,
  /** School weeks in which two suspensions, the later longer, count. */
  longerWeeks: 4,
  /** Above so many suspended days in a term the governors are involved; above the second it is urgent. */
  termDays: 5,
  urgentTermDays: 15,
  /** School days past the end of a part-time timetable. */
  timetableDaysOver: 5,
  /** Sessions out of class in so many last school weeks. */
  sessionsOutOfClass: 10,
  outOfClassWeeks: 4,
  /** School weeks of quiet after a school was given advice instead of a meeting. */
  quietSchoolWeeks: 6,
  /** School days after which a school’s data is stale. */
  staleSchoolDays: 10,
} as const;

/** Every number of the rules, with what it stands for. */
export const findingSettings = settingsFor(
  { finding: findingPolicy },
  {
    'finding.threeTermDays.secondary': whole(
      'T2, secondary: suspended days over three terms',
      'days',
      1,
      90,
    ),
    'finding.threeTermDays.primary': whole(
      'T2, primary: suspended days over three terms',
      'days',
      1,
      90,
    ),
    'finding.manySuspensions': whole(
      'T3: suspensions in the last school weeks',
      'suspensions',
      1,
      20,
    ),
    'finding.manyWeeks': whole('T3: the last weeks in which they count', 'school weeks', 1, 12),
    'finding.longerWeeks': whole(
      'T3: two suspensions, the later longer, count in the last',
      'school weeks',
      1,
      12,
    ),
    'finding.urgentTermDays': whole(
      'T4: urgent with more suspended days in a term than',
      'days',
      1,
      60,
      'finding.termDays',
    ),
    'finding.termDays': whole('T4: more suspended days in a term than', 'days', 1, 60),
    'finding.timetableDaysOver': whole(
      'T7: past the end of a part-time timetable by',
      'school days',
      1,
      40,
    ),
    'finding.sessionsOutOfClass': whole('T11: sessions out of class', 'sessions', 1, 40),
    'finding.outOfClassWeeks': whole(
      'T11: the last weeks in which they count',
      'school weeks',
      1,
      12,
    ),
    'finding.quietSchoolWeeks': whole('Quiet after advice to the school', 'school weeks', 1, 39),
    'finding.fewestSessions': whole(
      'Possible sessions below which nothing is said about attendance',
      'sessions',
      1,
      100,
    ),
    'finding.staleSchoolDays': whole('A school’s data is old after', 'school days', 1, 40),
  },
  'Finding children in the data',
);
