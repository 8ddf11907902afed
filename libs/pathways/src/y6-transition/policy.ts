import { settingsFor, whole } from '../policy';
import { accompaniedPolicy, contactPolicy, contactSettings } from './contact-policy';
import { scorePolicy, scoreSettings } from './score-policy';
import { inWorkingDays, taskDays } from '../task-days';

/** The numbers a council may set (handbook 1.5); a case keeps the version it started on. */
export const y6Policy = {
  places: 32,
  threshold: 35,
  /** A score of at least this suggests the kind of support; between the two stands the threshold. */
  bands: { intensive: 55, schoolLed: 20 },
  completeness: 60,
  score: scorePolicy,
  caseloadMax: 12,
  contacts: contactPolicy,
  accompanied: accompaniedPolicy,
  /** When a move has held (handbook 4.8). */
  sustained: { attendance: 90, suspensions: 2, partTimeWeeks: 6 },
} as const;

/** What people are asked to do on the way, and in what time. */
export const y6Tasks = taskDays({
  askAgreement: ['Ask the family for their agreement', inWorkingDays(1)],
  ringFamily: ['Ring a family that has not answered', inWorkingDays(2)],
  newHandover: ['Plan a new hand-over after a change of school', inWorkingDays(5)],
  sharePassport: ['Share the passport with a new school', inWorkingDays(3)],
  openNext: ['Open the case of the pathway that takes over', inWorkingDays(2)],
});

/** Those that a council may set; its time limits are set by the name of their clock. */
export const y6Settings = [
  ...y6Tasks.settings,
  ...settingsFor(y6Policy, {
    places: whole('Places in each cohort', 'places', 1, 400),
    'bands.intensive': whole(
      'Score that suggests intensive support',
      'points',
      1,
      100,
      'threshold',
    ),
    threshold: whole('Score that goes to the panel', 'points', 1, 100, 'bands.schoolLed'),
    'bands.schoolLed': whole(
      'Score that suggests support by the school, with advice',
      'points',
      1,
      100,
    ),
    completeness: whole('How much of the score must be answered', 'per cent', 10, 100),
    caseloadMax: whole('Weight that a full-time worker may hold', 'points', 1, 60),
    'sustained.attendance': whole('A move has held: attendance of at least', 'per cent', 50, 100),
    'sustained.suspensions': whole('A move has held: suspended days at most', 'days', 0, 30),
    'sustained.partTimeWeeks': whole('A move has held: weeks part time at most', 'weeks', 0, 40),
  }),
  ...contactSettings,
  ...scoreSettings,
];
