import { type Actor } from '@app/access';
import { EhcPlans, type PlanToLoad } from '@app/casework';
import { type Statements } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer, type JourneyStep } from '../support/given';

/** The day on which the return of 2026 is made in the tests. */
export const RETURN_DAY = '2026-02-02';

/** Children of the return by their surname. */
export interface ACouncil {
  readonly manager: Actor;
  readonly children: Readonly<Record<string, string>>;
}

const ADVISERS = { advisers: ['parent', 'school', 'ep', 'health', 'social_care'] };
const day = (year: number, monthAndDay: string): CalendarDay => `${year}-${monthAndDay}`;

/** A request that leads to a plan in about 20 weeks, or in as many as the days say. */
function toPlan(year: number, final: CalendarDay, more: JourneyStep[] = []): JourneyStep[] {
  return [
    [day(year, '02-03'), 'REQUEST_RECEIVED', { source: 'school' }],
    [day(year, '02-24'), 'PANEL_LISTED'],
    [day(year, '03-10'), 'AGREED_TO_ASSESS', ADVISERS],
    [day(year, '04-22'), 'ADVICE_COMPLETE'],
    [day(year, '04-28'), 'AGREED_TO_ISSUE'],
    [day(year, '05-06'), 'DRAFT_ISSUED'],
    [day(year, '05-22'), 'REPRESENTATIONS_RECEIVED'],
    ...more,
    [final, 'FINAL_ISSUED', { named: 'type', typeOfSetting: 'Mainstream school', urn: undefined }],
  ];
}

const DEATH = {
  category: 'exceptional_circumstances',
  because: 'A death in the family',
  evidence: 'Seen',
};

/** Requests in 2025, each with what became of it. */
const ASSESSMENTS: Readonly<Record<string, readonly JourneyStep[]>> = {
  Issued: toPlan(2025, '2025-06-18', [
    ['2025-05-22', 'EXCEPTION_CLAIMED', { ...DEATH, dates: ['w6'] }],
  ]),
  Excused: toPlan(2025, '2025-08-20', [['2025-06-20', 'EXCEPTION_CLAIMED', DEATH]]),
  Historic: toPlan(2023, '2023-06-19'),
  Pending: [['2025-12-15', 'REQUEST_RECEIVED', { source: 'parent' }]],
  Assessing: [
    ['2025-11-03', 'REQUEST_RECEIVED', { source: 'young_person', rya: true }],
    ['2025-11-17', 'PANEL_LISTED'],
    ['2025-12-01', 'AGREED_TO_ASSESS', ADVISERS],
  ],
  Refused: [
    ['2025-03-03', 'REQUEST_RECEIVED', { source: 'other' }],
    ['2025-03-17', 'PANEL_LISTED'],
    ['2025-04-07', 'REFUSED_TO_ASSESS'],
  ],
  Overturned: [
    ['2025-03-04', 'REQUEST_RECEIVED'],
    ['2025-03-17', 'PANEL_LISTED'],
    ['2025-04-08', 'REFUSED_TO_ASSESS'],
    ['2025-04-28', 'MEDIATION_REQUESTED'],
    ['2025-06-02', 'ASSESSMENT_CONCEDED'],
  ],
  Withdrawn: [
    ['2025-05-06', 'REQUEST_RECEIVED'],
    ['2025-05-20', 'REQUEST_WITHDRAWN'],
  ],
  Moved: [
    ['2025-09-01', 'REQUEST_RECEIVED'],
    ['2025-09-08', 'PANEL_LISTED'],
    ['2025-09-29', 'AGREED_TO_ASSESS', ADVISERS],
    ['2025-10-20', 'CHILD_MOVED_LA', { newLaCode: '937', moveDate: '2025-10-20' }],
  ],
  Earlier: [
    ['2024-01-08', 'REQUEST_RECEIVED'],
    ['2024-01-22', 'PANEL_LISTED'],
    ['2024-02-05', 'REFUSED_TO_ASSESS'],
  ],
};

const SCHOOL = { urn: '199020', entryOn: '2019-09-02' };

/** Plans from before the product. */
export const LOADED: Readonly<Record<string, Omit<PlanToLoad, 'childId'>>> = {
  Standing: {
    madeOn: '2019-03-04',
    amendedOn: '2024-05-01',
    lastMetOn: '2024-11-12',
    lastConcludedOn: '2024-12-03',
    lastOutcome: 'maintain',
    namedUrn: '199020',
    primaryNeed: 'ASD',
    secondaryNeed: 'SLCN',
    personalBudget: true,
    directPayments: true,
    placements: [{ ...SCHOOL, senUnit: true }],
  },
  Athome: {
    madeOn: '2020-01-06',
    namedUkprn: '10009999',
    primaryNeed: 'SEMH',
    placements: [{ setting: 'EHE', entryOn: '2023-09-01' }],
  },
  Arrived: {
    madeOn: '2018-05-14',
    transferredFrom: '937',
    transferredInOn: '2025-09-01',
    namedUrn: '199025',
    primaryNeed: 'PMLD',
    residential: 'A',
    placements: [{ urn: '199025', entryOn: '2025-09-03' }],
  },
  Ended: {
    madeOn: '2016-02-01',
    ceasedOn: '2025-07-31',
    ceaseReason: '3',
    namedUrn: '199020',
    primaryNeed: 'SPLD',
  },
  Longago: { madeOn: '2012-02-01', ceasedOn: '2023-07-31', ceaseReason: '1', namedUrn: '199020' },
};

const REVIEW: readonly JourneyStep[] = [
  ['2025-09-15', 'REVIEW_OPENED', { lastConcludedOn: '2024-12-03', reviewKind: 'ordinary' }],
  ['2025-09-22', 'MEETING_ARRANGED', { meetingOn: '2025-11-04' }],
  ['2025-11-04', 'MEETING_HELD'],
  ['2025-11-17', 'REPORT_RECEIVED'],
  ['2025-11-28', 'DECISION_AMEND'],
];

/** A council whose return of 2026 says something about everything that it can say. */
export async function aCouncilWithPlans(statements: Statements): Promise<ACouncil> {
  await anAuthority(statements);
  const manager = await anOfficer(statements, 'Marguerite Osei', [
    'send_manager',
    'ehc_officer',
    'review_officer',
  ]);
  const children: Record<string, string> = {};
  const names = [...Object.keys(ASSESSMENTS), ...Object.keys(LOADED)];
  for (const [at, surname] of names.entries())
    children[surname] = await aKnownChild(statements, surname, at);
  for (const [surname, [first, ...steps]] of Object.entries(ASSESSMENTS))
    await aCaseAt(
      aDoor(statements, RETURN_DAY),
      manager,
      'ehc_needs_assessment',
      children[surname] ?? '',
      [first!, ...steps],
    );
  const plans = new EhcPlans(statements, aDoor(statements, RETURN_DAY).clock);
  const toLoad = Object.entries(LOADED).map(([surname, plan]) => ({
    ...plan,
    childId: children[surname] ?? '',
  }));
  await plans.load(manager, toLoad);
  const [first, ...steps] = REVIEW;
  await aCaseAt(
    aDoor(statements, RETURN_DAY),
    manager,
    'annual_review',
    children['Standing'] ?? '',
    [first!, ...steps],
  );
  await aCaseAt(aDoor(statements, RETURN_DAY), manager, 'plan_change', children['Standing'] ?? '', [
    ['2025-01-06', 'PLAN_MATTER_OPENED', { decisionSentOn: '2024-12-03' }],
    ['2025-02-03', 'APPEAL_LODGED'],
  ]);
  return { manager, children };
}

/** Numbers with the right check letter, of an establishment that is none. */
const UPNS = ['E869999926001', 'J876999926002', 'R937999926003', 'W332999926004'];

async function aKnownChild(statements: Statements, surname: string, at: number): Promise<string> {
  const id = await aChild(statements, { surname, dob: '2011-10-01', urn: '199020' });
  const upn = UPNS[at] ?? null;
  await statements.run(
    '',
    `UPDATE child SET sex = 'F', ethnicity = 'WBRI', postcode = 'WE4 1AB', upn = $2, upn_unknown = $3, primary_need = 'SPLD',
       disabled = true, pupil_premium = false WHERE id = $1`,
    [id, upn, upn ? null : 'UN8'],
  );
  return id;
}
