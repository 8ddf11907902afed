import { type Actor } from '@app/access';
import { EhcPlans } from '@app/casework';
import { type Statements } from '@app/database';
import { addDays, type CalendarDay } from '@app/statutory-calendar';
import { aCaseAt, aChild, aDoor, anOfficer, type JourneyStep } from './given';

/** The day of the register in the tests: Tuesday 12 January 2027, in the school year that began in 2026. */
export const REGISTER_DAY = '2027-01-12';

type Told = readonly [ago: number, type: string, payload?: Record<string, unknown>];

/** One plan: when it was made or last reviewed, of whom, and what its review has come to. */
interface Line {
  readonly born: CalendarDay;
  readonly madeOn: CalendarDay;
  readonly concludedOn?: CalendarDay;
  readonly urn?: string | null;
  readonly ceasedOn?: CalendarDay;
  readonly review?: readonly Told[];
}

const PRIMARY = '199001';
const SECONDARY = '199020';
const DUE_IN_MARCH = '2026-03-20';

const opens = (ago: number, payload: Record<string, unknown> = {}): Told => [
  ago,
  'REVIEW_OPENED',
  { lastConcludedOn: DUE_IN_MARCH, ...payload },
];
const arranged = (ago: number, meetingIn: number): Told => [
  ago,
  'MEETING_ARRANGED',
  { meetingOn: addDays(REGISTER_DAY, meetingIn), schoolAgrees: true },
];
const heldFor = (ago: number): Told[] => [
  opens(ago + 40),
  arranged(ago + 30, -ago),
  [ago, 'MEETING_HELD'],
];
const toSecondary = {
  reviewKind: 'phase_transfer',
  transferType: 'primary_to_secondary',
  transferOn: '2027-09-01',
};

/** Plans by the child's surname: every stage once or twice. */
const LINES: Readonly<Record<string, Line>> = {
  Early: { born: '2017-10-01', madeOn: '2026-11-02' },
  Ash: { born: '2016-10-01', madeOn: '2020-02-10', concludedOn: '2026-02-10' },
  Birch: { born: '2016-10-02', madeOn: '2020-02-10', concludedOn: '2025-11-20' },
  Cedar: { born: '2015-12-01', madeOn: '2019-02-10', concludedOn: '2024-06-03' },
  Dogwood: {
    born: '2014-12-01',
    madeOn: '2019-02-10',
    concludedOn: '2025-12-15',
    urn: SECONDARY,
    review: [opens(20, { lastConcludedOn: '2025-12-15' })],
  },
  Elder: {
    born: '2014-12-02',
    madeOn: '2019-02-10',
    concludedOn: '2025-12-16',
    urn: SECONDARY,
    review: [opens(60, { lastConcludedOn: '2025-12-16' }), arranged(20, 10)],
  },
  Fir: {
    born: '2013-12-02',
    madeOn: '2019-02-10',
    concludedOn: DUE_IN_MARCH,
    urn: SECONDARY,
    review: [opens(40), arranged(20, 10)],
  },
  Gorse: {
    born: '2012-12-02',
    madeOn: '2019-02-10',
    concludedOn: DUE_IN_MARCH,
    urn: SECONDARY,
    review: heldFor(10),
  },
  Hazel: {
    born: '2012-12-03',
    madeOn: '2019-02-10',
    concludedOn: DUE_IN_MARCH,
    urn: SECONDARY,
    review: heldFor(40),
  },
  Ivy: {
    born: '2010-12-03',
    madeOn: '2019-02-10',
    concludedOn: DUE_IN_MARCH,
    urn: SECONDARY,
    review: [...heldFor(25), [12, 'REPORT_RECEIVED']],
  },
  Juniper: {
    born: '2010-12-04',
    madeOn: '2019-02-10',
    concludedOn: DUE_IN_MARCH,
    urn: SECONDARY,
    review: [...heldFor(50), [36, 'REPORT_RECEIVED'], [30, 'DECISION_AMEND']],
  },
  Larch: {
    born: '2008-12-04',
    madeOn: '2019-02-10',
    concludedOn: DUE_IN_MARCH,
    urn: null,
    review: [...heldFor(60), [40, 'REPORT_RECEIVED'], [20, 'DECISION_MAINTAIN']],
  },
  Maple: {
    born: '2015-11-01',
    madeOn: '2019-02-10',
    concludedOn: DUE_IN_MARCH,
    review: [opens(60, toSecondary), arranged(40, -20), [20, 'MEETING_HELD']],
  },
  Nettle: { born: '2023-01-01', madeOn: '2026-07-10', urn: null },
  Oak: {
    born: '2008-01-01',
    madeOn: '2015-07-10',
    concludedOn: '2026-07-10',
    ceasedOn: '2026-12-31',
  },
};

/** Those of the register, and the plans by surname. */
export interface PlansGiven {
  readonly manager: Actor;
  readonly officer: Actor;
  readonly plans: Readonly<Record<string, string>>;
  readonly cases: Readonly<Record<string, string>>;
}

/** A small authority with plans at every stage of their review. */
export async function plansInReview(statements: Statements): Promise<PlansGiven> {
  const manager = await anOfficer(statements, 'Marguerite Osei', [
    'send_manager',
    'review_officer',
  ]);
  const officer = await anOfficer(statements, 'Winifred Anselm', ['review_officer'], {
    caseloadMax: 60,
  });
  await statements.run('', `UPDATE school SET high_age = CASE urn WHEN $1 THEN 11 ELSE 18 END`, [
    PRIMARY,
  ]);
  const door = aDoor(statements, REGISTER_DAY);
  const plans: Record<string, string> = {};
  const cases: Record<string, string> = {};
  for (const [
    surname,
    { born, madeOn, concludedOn, ceasedOn, urn = PRIMARY, review },
  ] of Object.entries(LINES)) {
    const child = await aChild(statements, {
      forename: 'Alex',
      surname,
      dob: born,
      urn: urn as string,
    });
    const [id] = await new EhcPlans(statements, door.clock).load(manager, [
      {
        childId: child,
        madeOn,
        ...(concludedOn && { lastConcludedOn: concludedOn }),
        ...(ceasedOn && { ceasedOn, ceaseReason: '1' }),
      },
    ]);
    plans[surname] = id ?? '';
    if (!review) continue;
    const steps = review.map(([ago, type, payload]): JourneyStep => [
      addDays(REGISTER_DAY, -ago),
      type,
      payload ?? {},
    ]);
    const [first, ...rest] = steps as [JourneyStep, ...JourneyStep[]];
    const given: JourneyStep = [first[0], 'ALLOCATED', { workerId: officer.id, weight: '0.5' }];
    const { reference } = await aCaseAt(door, manager, 'annual_review', child, [
      first,
      given,
      ...rest,
    ]);
    cases[surname] = reference;
  }
  return { manager, officer, plans, cases };
}
