import { type Actor } from '@app/access';
import { type Statements } from '@app/database';
import { addDays } from '@app/statutory-calendar';
import { aCaseAt, aChild, aDoor, anOfficer, type JourneyStep, WENDMOOR } from './given';

/** The day of the board in the tests: Tuesday 12 January 2027. */
export const BOARD_DAY = '2027-01-12';

/** The people of the board and their cases, by the child's surname. */
export interface ABoard {
  readonly manager: Actor;
  readonly officer: Actor;
  readonly teamId: string;
  readonly cases: Readonly<Record<string, string>>;
}

type Step = readonly [day: number, type: string, payload?: Record<string, unknown>];

const ADVISERS = { advisers: ['parent', 'school', 'ep', 'health', 'social_care'] };
const WHY = { basis: 'missing_recorded', missingReason: 'Read on paper by the decision maker' };
const TO_ADVICE: Step[] = [
  [14, 'PANEL_LISTED'],
  [28, 'AGREED_TO_ASSESS', ADVISERS],
];
const TO_PLAN: Step[] = [...TO_ADVICE, [75, 'ADVICE_COMPLETE', WHY]];
const TO_DRAFTING: Step[] = [...TO_PLAN, [85, 'AGREED_TO_ISSUE']];
const TO_FAMILY: Step[] = [...TO_DRAFTING, [95, 'DRAFT_ISSUED']];
const TO_FINAL: Step[] = [...TO_FAMILY, [105, 'REPRESENTATIONS_RECEIVED']];
const sentOn = (day: number): Step[] => [
  ...TO_FINAL,
  [day, 'FINAL_ISSUED', { named: 'type', typeOfSetting: 'Mainstream school' }],
];
const EXCUSED: Step = [
  120,
  'EXCEPTION_CLAIMED',
  { category: 'exceptional_circumstances', because: 'A death in the family', evidence: 'Letter' },
];

/** A reason that was claimed for the 6 weeks alone: it does not excuse the 20. */
const EXCUSED_6: Step = [41, 'EXCEPTION_CLAIMED', { ...EXCUSED[2], dates: ['w6'] }];

/** How many days before the board each request came, and what has happened since. */
const JOURNEYS: Readonly<Record<string, readonly [received: number, steps: readonly Step[]]>> = {
  Abel: [3, []],
  Birch: [20, [[14, 'PANEL_LISTED']]],
  Coe: [38, [[14, 'PANEL_LISTED']]],
  Dunn: [50, []],
  Ember: [50, TO_ADVICE],
  Frost: [80, [...TO_ADVICE, [75, 'ADVICE_CHASED', { adviser: 'ep', how: 'phone' }]]],
  Gale: [
    100,
    [
      ...TO_ADVICE,
      [60, 'ADVICE_RECEIVED', { adviser: 'school', quality: 'good' }],
      [61, 'ADVICE_RECEIVED', { adviser: 'health', quality: 'good' }],
      [62, 'ADVICE_RECEIVED', { adviser: 'social_care', quality: 'good' }],
    ],
  ],
  Hale: [230, [...TO_ADVICE, EXCUSED_6]],
  Ings: [88, TO_PLAN],
  Judd: [99, TO_DRAFTING],
  Kerr: [160, TO_DRAFTING],
  Lowe: [100, TO_FAMILY],
  Marr: [120, [...TO_FINAL, [110, 'CONSULTATION_SENT', { settings: ['199020'] }]]],
  Nash: [135, TO_FINAL],
  Oram: [141, [...TO_FINAL, EXCUSED]],
  Pike: [300, sentOn(139)],
  Quay: [300, sentOn(140)],
  Reed: [310, [...TO_ADVICE, EXCUSED_6, ...sentOn(155).slice(2)]],
  Shaw: [
    320,
    [
      ...TO_FINAL,
      EXCUSED,
      [162, 'FINAL_ISSUED', { named: 'type', typeOfSetting: 'Mainstream school' }],
    ],
  ],
  Tate: [520, sentOn(130)],
  Usher: [
    90,
    [
      [14, 'PANEL_LISTED'],
      [40, 'REFUSED_TO_ASSESS'],
    ],
  ],
  Vane: [60, [[30, 'REQUEST_WITHDRAWN']]],
};

/** Assessments at every leg of the 20 weeks, in time, at risk and breached, and plans already sent. */
export async function aBoard(statements: Statements): Promise<ABoard> {
  const manager = await anOfficer(statements, 'Marguerite Osei', ['send_manager', 'ehc_officer']);
  const officer = await anOfficer(statements, 'Kit Larwood', ['ehc_officer']);
  const [team] = await statements.run<{ id: string }>(
    '',
    "INSERT INTO team (authority, name) VALUES ($1, 'North') RETURNING id",
    [WENDMOOR],
  );
  const teamId = team?.id ?? '';
  const door = aDoor(statements, BOARD_DAY);
  const cases: Record<string, string> = {};
  for (const [surname, [received, steps]] of Object.entries(JOURNEYS)) {
    const child = await aChild(statements, { forename: 'Alex', surname, dob: '2018-05-17' });
    const from = addDays(BOARD_DAY, -received);
    const first: JourneyStep = [from, 'REQUEST_RECEIVED'];
    const given: JourneyStep = [
      addDays(from, 2),
      'ALLOCATED',
      { workerId: officer.id, weight: '0.5' },
    ];
    const rest = steps.map(([day, type, payload]): JourneyStep => [
      addDays(from, day),
      type,
      payload ?? {},
    ]);
    const isUnallocated = surname === 'Kerr' || surname === 'Abel';
    const { reference } = await aCaseAt(
      door,
      { ...manager, teamId: received % 2 ? teamId : null },
      'ehc_needs_assessment',
      child,
      [first, ...(isUnallocated ? [] : [given]), ...rest],
    );
    cases[surname] = reference;
  }
  return { manager, officer, teamId, cases };
}
