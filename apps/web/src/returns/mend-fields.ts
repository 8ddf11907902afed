import { type EhcPlan, SETTINGS } from '@app/casework';
import { NEEDS } from '@app/people';
import { CEASE_REASONS, RESIDENTIAL, SEN_TYPES, WORK_BASED } from '@app/returns';
import { type CalendarDay } from '@app/statutory-calendar';
import { dayAsTyped, dayField } from '../forms/day-field';
import { type FieldModel } from '../forms/field-model';
import { type FormBody, type Problem } from '../forms/form-body';

type Words = Readonly<Record<string, string>>;

const OUTCOMES = {
  maintain: 'Keep the plan',
  amend: 'Change the plan',
  cease: 'Consult about ending it',
} as const;
const UNITS = { none: 'Neither', unit: 'A SEN unit', resourced: 'Resourced provision' } as const;
const MONEY = {
  personalBudget: 'A personal budget',
  organisedArrangements: 'Organised arrangements',
  directPayments: 'Direct payments',
} as const;
const NEEDS_OF_PLANS = Object.fromEntries(
  Object.entries(NEEDS).filter(([code]) => SEN_TYPES.includes(code)),
);

/** A question about a plan: how it is asked, and what the plan says now. */
interface Question {
  readonly kind: 'day' | 'text' | 'select' | 'choices' | 'area';
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly heading?: string;
  readonly options?: Words;
  readonly now: (plan: EhcPlan) => string | readonly string[] | null;
}

const main = ({ placements }: EhcPlan) =>
  placements.find(({ rank, leftOn }) => rank === 1 && leftOn === null);

/** Everything that can be put right, in the order of the form. */
export const QUESTIONS: readonly Question[] = [
  {
    ...day('madeOn', 'When was the plan first made?', (plan) => plan.madeOn),
    heading: 'The plan',
  },
  select('primaryNeed', 'Main need', NEEDS_OF_PLANS, (plan) => plan.primaryNeed),
  select('secondaryNeed', 'Second need', NEEDS_OF_PLANS, (plan) => plan.secondaryNeed),
  {
    ...text('namedUrn', 'School or college named in section I: its URN', (plan) => plan.namedUrn),
    hint: '6 digits',
  },
  {
    ...text('namedUkprn', 'If the college has no URN: its UKPRN', (plan) => plan.namedUkprn),
    hint: '8 digits, the first of them 1',
  },
  select('namedSetting', 'If none is named: what is?', SETTINGS, (plan) => plan.namedSetting),
  text('namedSettingOther', 'The type of setting, in words', (plan) => plan.namedSettingOther),
  select('residential', 'Board and lodging', RESIDENTIAL, (plan) => plan.residential),
  select('workBased', 'Learning at work', WORK_BASED, (plan) => plan.workBased),
  {
    kind: 'choices',
    name: 'money',
    label: 'Money that the family manages',
    options: MONEY,
    now: (plan) => Object.keys(MONEY).filter((name) => plan[name as keyof typeof MONEY]),
  },
  {
    ...text('urn', 'URN of the main place', (plan) => main(plan)?.urn ?? null),
    heading: 'Where the child attends now',
    hint: '6 digits. Left empty with what follows, the school on the child’s record counts.',
  },
  text('ukprn', 'UKPRN of the main place', (plan) => main(plan)?.ukprn ?? null),
  select('setting', 'At no school or college', SETTINGS, (plan) => main(plan)?.setting ?? null),
  text('settingOther', 'Where that is, in words', (plan) => main(plan)?.settingOther ?? null),
  day('entryOn', 'First day there', (plan) => main(plan)?.entryOn ?? null),
  select('unit', 'Is the place in a unit?', UNITS, (plan) => unitOf(plan)),
  {
    ...text('transferredFrom', 'Code of the council it came from', (plan) => plan.transferredFrom),
    heading: 'If the plan came from another council',
    hint: 'Three digits, like 937',
  },
  day('transferredInOn', 'When did it come?', (plan) => plan.transferredInOn),
  {
    ...day('lastMetOn', 'Meeting of the last review', (plan) => plan.lastMetOn),
    heading: 'The last review',
  },
  day('lastConcludedOn', 'Day of the decision', (plan) => plan.lastConcludedOn),
  select('lastOutcome', 'What was decided?', OUTCOMES, (plan) => plan.lastOutcome),
  {
    ...day('ceasedOn', 'When did the plan end?', (plan) => plan.ceasedOn),
    heading: 'If the plan has ended',
  },
  select('ceaseReason', 'Why did it end?', CEASE_REASONS, (plan) => plan.ceaseReason),
  {
    kind: 'area',
    name: 'reason',
    label: 'Why do you put this right, and what shows it?',
    heading: 'Your reason',
    now: () => null,
  },
];

function unitOf(plan: EhcPlan): string | null {
  const place = main(plan);
  if (!place) return null;
  return place.senUnit ? 'unit' : place.resourced ? 'resourced' : 'none';
}

function day(name: string, label: string, now: (plan: EhcPlan) => CalendarDay | null): Question {
  return { kind: 'day', name, label, now };
}

function text(name: string, label: string, now: (plan: EhcPlan) => string | null): Question {
  return { kind: 'text', name, label, now };
}

function select(
  name: string,
  label: string,
  options: Words,
  now: (plan: EhcPlan) => string | null,
): Question {
  return { kind: 'select', name, label, options, now };
}

/** A plan as if it had been typed. */
export function asTypedPlan(plan: EhcPlan): FormBody {
  return Object.assign(
    {},
    ...QUESTIONS.map(({ kind, name, now }) => {
      const value = now(plan);
      if (kind !== 'day') return { [name]: value ?? '' };
      return typeof value === 'string' ? dayAsTyped(name, value) : {};
    }),
  ) as FormBody;
}

/** The questions, holding what was typed, with the words of what is wrong beside them. */
export function mendFields(body: FormBody, problems: readonly Problem[]): FieldModel[] {
  return QUESTIONS.map(({ kind, name, label, hint, heading, options }) => {
    const problem = problems.find(({ field }) => field === name || field === `${name}-day`)?.text;
    const words = kind === 'area' ? label : `${label} (optional)`;
    const above = heading ? { heading } : {};
    if (kind === 'day')
      return {
        ...dayField(name, name === 'madeOn' ? label : words, body, { hint, problem }),
        ...above,
      };
    const typed = [body[name]].flat().filter((it): it is string => typeof it === 'string');
    return {
      kind,
      id: name,
      name,
      label: words,
      hint,
      problem,
      value: typed[0] ?? '',
      nothing: 'None, or not known',
      ...(options && {
        options: Object.entries(options).map(([value, shown]) => ({
          value,
          text: shown,
          chosen: typed.includes(value),
        })),
      }),
      ...above,
    };
  });
}
