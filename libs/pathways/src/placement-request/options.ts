import { area, choice, day, group, money, rows, text, whole, yesNo } from '../fields';
import { placementPolicy } from './policy';

/** Ways of meeting a child's needs that the panel weighs against each other. */
export const OPTIONS = {
  current_support: 'Current school with more support',
  mainstream_top_up: 'Mainstream school with top-up funding',
  resource_base: 'Inclusion base, resource base or High Dependency unit',
  special_local: 'Special school in the area',
  special_neighbour: 'Special school of a neighbouring council',
  alternative_provision: 'Alternative provision',
  independent_day: 'Independent or non-maintained special school (INMSS), day',
  independent_residential: 'Independent or non-maintained special school (INMSS), residential',
  eotas: 'Education otherwise than at school (EOTAS)',
} as const;

export type Option = keyof typeof OPTIONS;

/** One row of the options table, as far as rules look at it. */
export interface OptionRow {
  readonly option: Option;
  readonly reply: 'yes' | 'no' | 'none';
  readonly reason?: string;
}

export const isIndependent = (option: unknown): boolean =>
  option === 'independent_day' || option === 'independent_residential';

/** An option is accounted for when the setting said yes, or there is a reason for its no or its silence. */
export const isAccountedFor = ({ reply, reason }: OptionRow): boolean =>
  reply === 'yes' || Boolean(reason);

/** Options that every paper must weigh and this one does not. */
export const notWeighed = (table: readonly OptionRow[]): Option[] =>
  placementPolicy.alwaysWeighed.filter((option) => !table.some((row) => row.option === option));

/** Local options without a reply and without a reason. */
export const unaccounted = (table: readonly OptionRow[]): Option[] =>
  placementPolicy.alwaysWeighed.filter(
    (option) => !table.some((row) => row.option === option && isAccountedFor(row)),
  );

const perYear = (label: string) => money(`${label}, pounds a year`);

/** The options table of the paper (handbook 12). */
export const optionsTable = rows(
  'Options',
  {
    option: choice('Which option?', OPTIONS),
    setting: text('Name of the school or setting').optional(),
    suitable: yesNo('Would it meet the child’s needs?'),
    evidence: area('How do we know?'),
    consultedOn: day('Asked on').optional(),
    reply: choice('What did it say?', {
      yes: 'Yes',
      no: 'No',
      none: 'No reply, or not asked',
    }),
    replyOn: day('Replied on').optional(),
    reason: area('Its reasons for a no, or why there is no reply').optional(),
    placeOffered: yesNo('Is a place offered?').optional(),
    placesFree: whole('Places free', 0, 500).optional(),
    travelMinutes: whole('Journey, minutes each way', 0, 300).optional(),
    cost: group('Cost', {
      education: perYear('Education'),
      therapy: perYear('Therapy').optional(),
      care: perYear('Care').optional(),
      oneToOne: perYear('One-to-one support').optional(),
      transport: perYear('Transport').optional(),
    }),
    jointFunding: text('Who else would pay, and how much?').optional(),
    startOn: day('Could start on').optional(),
    risks: area('Risks').optional(),
    childView: text('What does the child say about it?').optional(),
  },
  {
    each: 'Option',
    min: placementPolicy.alwaysWeighed.length,
    max: 14,
    shown: placementPolicy.alwaysWeighed.length,
    hint: 'The first six are weighed for every child. Leave a part empty if you do not need it.',
    startWith: placementPolicy.alwaysWeighed.map((option) => ({ option })),
  },
);
