import { choice, day, decimal, money, rows, text, yesNo } from '../fields';

const KINDS = {
  tuition: 'Tuition in person',
  online: 'Online teaching',
  therapy: 'Therapy',
  alternative_provision: 'Alternative provision',
  mentoring: 'Mentoring',
  activity: 'Activity or vocational course',
  other: 'Something else',
} as const;

/** One line of a package, as far as rules and clocks look at it. */
export interface PackageLine {
  readonly provider: string;
  readonly hours: number;
  readonly cost: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly isChecked: boolean;
}

/** The lines of a package: who gives what, for how long, at what cost. */
export const packageLines = rows(
  'Lines of the package',
  {
    provider: text('Provider'),
    kind: choice('What is it?', KINDS),
    hours: decimal('Hours a week', 0.5, 40),
    cost: money('Cost a week, in pounds'),
    startsOn: day('Starts on'),
    endsOn: day('Ends on'),
    isChecked: yesNo('Have we checked the provider?', 'Safeguarding, staff checks and insurance'),
    outcome: text('Which outcome of the plan does it serve?').optional(),
  },
  { max: 15, each: 'Line', hint: 'Leave a part empty if you do not need it.' },
);

/** Lines that end before they begin. */
export const backwards = (lines: readonly PackageLine[]): string[] =>
  lines.filter(({ startsOn, endsOn }) => endsOn < startsOn).map(({ provider }) => provider);

/** Providers that nobody has checked. */
export const unchecked = (lines: readonly PackageLine[]): string[] =>
  lines.filter(({ isChecked }) => !isChecked).map(({ provider }) => provider);

/** Hours and pence a week, and the days on which lines begin and end. */
export function sumOf(lines: readonly PackageLine[]) {
  return {
    hours: lines.reduce((sum, line) => sum + line.hours, 0),
    cost: lines.reduce((sum, line) => sum + line.cost, 0),
    starts: lines.map(({ startsOn }) => startsOn).sort(),
    ends: lines.map(({ endsOn }) => endsOn).sort(),
  };
}
