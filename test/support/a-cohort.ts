import { type Actor } from '@app/access';
import { type Statements } from '@app/database';
import { aCaseAt, aChild, aDoor, anOfficer, type JourneyStep, places } from './given';

/** The day on which the cohort of the tests is looked at: Tuesday 12 January 2027. */
export const COHORT_DAY = '2027-01-12';
export const COHORT = '2027';

/** The people of the cohort. */
export interface ACohort {
  readonly lead: Actor;
  readonly worker: Actor;
  /** Case references by the child's surname. */
  readonly cases: Readonly<Record<string, string>>;
}

const TOLD: JourneyStep = ['2026-12-11', 'CONSENT_REQUESTED'];
const AGREED: JourneyStep = ['2026-12-15', 'CONSENT_GIVEN'];
const nominated = (on: string, drawnNumber?: number): JourneyStep => [
  on,
  'NOMINATION_SUBMITTED',
  drawnNumber === undefined ? {} : { drawnNumber },
];
const screened = (tvs: number): JourneyStep[] => [
  ['2026-11-24', 'SCREENING_STARTED'],
  ['2026-11-30', 'SCORE_CONFIRMED', { tvs, completeness: 90, items: { A: 10, B: 12, C: 8 } }],
];
const toPanel = (tvs: number, band = 'targeted'): JourneyStep[] => [
  ...screened(tvs),
  ['2026-12-09', 'PANEL_ACCEPTED', { band }],
];

/** Twelve children for five places, at every step from nomination to visits, seen on 12 January 2027. */
export async function aCohort(statements: Statements): Promise<ACohort> {
  const lead = await anOfficer(statements, 'Petra Lindqvist', ['transition_lead']);
  const worker = await anOfficer(statements, 'Tamsin Adeyemi', ['y6_worker'], { caseloadMax: 6 });
  await places(statements, 5, COHORT);
  const given: JourneyStep = ['2026-12-16', 'ALLOCATED', { workerId: worker.id, weight: '1.5' }];
  const [one, two] = ['2026-11-16', '2026-11-18'];
  const journeys: Record<string, [JourneyStep, ...JourneyStep[]]> = {
    Pell: [
      nominated(one),
      ...toPanel(71, 'intensive'),
      TOLD,
      AGREED,
      given,
      ['2027-01-05', 'AGREEMENT_CONFIRMED'],
      ['2027-01-11', 'BASELINE_COMPLETED'],
    ],
    Marsh: [
      nominated(one),
      ...toPanel(65),
      TOLD,
      AGREED,
      given,
      ['2027-01-06', 'AGREEMENT_CONFIRMED'],
    ],
    Holt: [nominated(one), ...toPanel(60), TOLD],
    Quill: [nominated(two), ...toPanel(58), TOLD, AGREED],
    Thorn: [nominated(two), ...toPanel(57), ['2026-12-18', 'AGREEMENT_REFUSED']],
    Ravens: [nominated(two), ...toPanel(56)],
    Otter: [nominated(two, 9), ...toPanel(47)],
    Fair: [nominated(two, 3), ...toPanel(47)],
    Weather: [nominated(one, 11), ...toPanel(47)],
    Sealy: [nominated(two), ...screened(20)],
    Larwood: [nominated('2026-12-01'), ['2026-12-03', 'SCREENING_STARTED']],
    Nye: [nominated('2027-01-08')],
  };
  const cases: Record<string, string> = {};
  const door = aDoor(statements, '2026-11-16');
  for (const [surname, steps] of Object.entries(journeys)) {
    const child = await aChild(statements, { forename: 'Sam', surname, dob: '2015-12-01' });
    cases[surname] = (await aCaseAt(door, lead, 'y6_transition', child, steps)).reference;
  }
  return { lead, worker, cases };
}
