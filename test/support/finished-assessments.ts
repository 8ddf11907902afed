import { type Actor } from '@app/access';
import { type Statements } from '@app/database';
import { addDays } from '@app/statutory-calendar';
import { aCaseAt, aChild, aDoor, type JourneyStep } from './given';

/** The day of the forecasts in the tests: Tuesday 12 January 2027. */
export const FORECAST_DAY = '2027-01-12';

const FINISHED = 48;
const ADVISERS = ['parent', 'school', 'ep'];
type Step = readonly [day: number, type: string, payload?: Record<string, unknown>];

const came = (day: number, adviser: string): Step => [
  day,
  'ADVICE_RECEIVED',
  { adviser, quality: 'good' },
];
const toAdvice = (agreed: number): Step[] => [
  [14, 'PANEL_LISTED'],
  [agreed, 'AGREED_TO_ASSESS', { advisers: ADVISERS }],
];
const TO_ADVICE = toAdvice(30);
const FIRST_ANSWERS: Step[] = [came(40, 'parent'), came(52, 'school')];

/** A plan for which the decision to assess, psychology and the family took so many days. */
function finished(agreed: number, psychology: number, family: number): Step[] {
  const answered = agreed + psychology;
  const drafted = answered + 20;
  return [
    ...toAdvice(agreed),
    ...FIRST_ANSWERS,
    came(answered, 'ep'),
    [answered + 1 + (psychology % 5), 'ADVICE_COMPLETE', { basis: 'all_in' }],
    [answered + 8, 'AGREED_TO_ISSUE'],
    [drafted, 'DRAFT_ISSUED'],
    [drafted + family, 'REPRESENTATIONS_RECEIVED', { finished: true }],
    [drafted + family + 6, 'FINAL_ISSUED', { named: 'type', typeOfSetting: 'Mainstream school' }],
  ];
}

/** How many days before the forecast each request came, and what has happened since. */
const OPEN: Readonly<Record<string, readonly [received: number, steps: readonly Step[]]>> = {
  Newly: [3, []],
  Early: [60, [...TO_ADVICE, ...FIRST_ANSWERS]],
  Waiting: [110, [...TO_ADVICE, ...FIRST_ANSWERS]],
  Answered: [112, [...TO_ADVICE, ...FIRST_ANSWERS, came(110, 'ep')]],
  Drafting: [
    118,
    [
      ...TO_ADVICE,
      ...FIRST_ANSWERS,
      came(80, 'ep'),
      [82, 'ADVICE_COMPLETE', { basis: 'all_in' }],
      [88, 'AGREED_TO_ISSUE'],
    ],
  ],
  Late: [190, [...TO_ADVICE, ...FIRST_ANSWERS]],
};

/** Plans sent over a year and a half, fast and slow, and six open assessments; the cases by the child’s surname. */
export async function finishedAssessments(
  statements: Statements,
  manager: Actor,
): Promise<Readonly<Record<string, string>>> {
  const cases: Record<string, string> = {};
  for (let at = 0; at < FINISHED; at += 1) {
    const steps = finished(20 + ((at * 7) % 19), 35 + ((at * 17) % 60), 8 + ((at * 5) % 14));
    await assessment(statements, manager, { surname: `Done${at}`, received: 620 - 9 * at, steps });
  }
  for (const [surname, [received, steps]] of Object.entries(OPEN))
    cases[surname] = await assessment(statements, manager, { surname, received, steps });
  return cases;
}

/** Records one of them and gives its number. */
export async function assessment(
  statements: Statements,
  manager: Actor,
  { surname, received, steps }: { surname: string; received: number; steps: readonly Step[] },
): Promise<string> {
  const child = await aChild(statements, { forename: 'Alex', surname, dob: '2018-05-17' });
  const from = addDays(FORECAST_DAY, -received);
  const told = steps.map(([day, type, payload]): JourneyStep => [
    addDays(from, day),
    type,
    payload ?? {},
  ]);
  const door = aDoor(statements, FORECAST_DAY);
  const first: JourneyStep = [from, 'REQUEST_RECEIVED'];
  const { reference } = await aCaseAt(door, manager, 'ehc_needs_assessment', child, [
    first,
    ...told,
  ]);
  return reference;
}
