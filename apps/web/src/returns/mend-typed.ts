import { type EhcPlan, type PlanDetails, type PlanPlacement } from '@app/casework';
import { readDay } from '../forms/day-field';
import { type FormBody, type Problem } from '../forms/form-body';
import { one, several } from '../safety/one-value';
import { QUESTIONS } from './mend-fields';

/** What was typed: only what differs from the plan, or what is wrong with it. */
export interface MendTyped {
  readonly change: Partial<PlanDetails> & {
    readonly placements?: readonly Partial<PlanPlacement>[];
  };
  readonly reason: string;
  readonly problems: readonly Problem[];
}

const FORMS: Readonly<Record<string, readonly [RegExp, string]>> = {
  namedUrn: [/^\d{6}$/, 'The URN of a school is 6 digits'],
  urn: [/^\d{6}$/, 'The URN of a school is 6 digits'],
  namedUkprn: [/^1\d{7}$/, 'A UKPRN is 8 digits and begins with 1'],
  ukprn: [/^1\d{7}$/, 'A UKPRN is 8 digits and begins with 1'],
  transferredFrom: [/^\d{3}$/, 'The code of a council is three digits, like 937'],
};
const MONEY = ['personalBudget', 'organisedArrangements', 'directPayments'] as const;
const OF_PLACE = ['urn', 'ukprn', 'setting', 'settingOther', 'entryOn', 'unit'];
const APART = [...OF_PLACE, 'money', 'reason'];

/** Reads the form beside the plan as it stands. */
export function mendTyped(body: FormBody, plan: EhcPlan): MendTyped {
  const { values, problems } = read(body);
  const details = Object.fromEntries(
    QUESTIONS.filter(({ name }) => !APART.includes(name))
      .filter(({ name, now }) => values[name] !== now(plan))
      .map(({ name }) => [name, values[name] ?? null]),
  );
  const paid = several(body, 'money');
  const money = Object.fromEntries(
    MONEY.filter((name) => paid.includes(name) !== plan[name]).map((name) => [
      name,
      paid.includes(name),
    ]),
  );
  const isPlaceSame = QUESTIONS.filter(({ name }) => OF_PLACE.includes(name)).every(
    ({ name, now }) => (values[name] ?? null) === (now(plan) ?? null),
  );
  return {
    change: {
      ...details,
      ...money,
      ...(isPlaceSame ? {} : { placements: placesWith(values, plan) }),
    },
    reason: one(body, 'reason') ?? '',
    problems: [...problems, ...together(values)],
  };
}

type Values = Readonly<Record<string, string | null>>;

function read(body: FormBody): { values: Values; problems: Problem[] } {
  const problems: Problem[] = [];
  const values: Record<string, string | null> = {};
  for (const { kind, name, label, options } of QUESTIONS) {
    if (kind === 'choices' || kind === 'area') continue;
    if (kind === 'day') {
      const { day, problem } = readDay(body, name, label);
      values[name] = day ?? null;
      if (problem) problems.push({ field: `${name}-day`, text: problem });
      continue;
    }
    const typed = (one(body, name) ?? '').trim();
    values[name] = typed || null;
    const [form, words] = FORMS[name] ?? [];
    if (typed && form && !form.test(typed)) problems.push({ field: name, text: words ?? '' });
    if (typed && options && !Object.hasOwn(options, typed))
      problems.push({ field: name, text: `${label}: choose from the list` });
  }
  return { values, problems };
}

function together(values: Values): Problem[] {
  const { madeOn, urn, ukprn, setting, namedUrn, namedUkprn, namedSetting } = values;
  const ended = Boolean(values['ceasedOn']);
  const isBefore = (first = '', second = '') =>
    Boolean(values[first] && values[second] && values[first] < values[second]);
  return [
    ...(madeOn ? [] : [{ field: 'madeOn-day', text: 'Enter the day on which the plan was made' }]),
    ...([urn, ukprn, setting].filter(Boolean).length > 1
      ? [{ field: 'urn', text: 'Give the main place once: a URN, a UKPRN or one of the list' }]
      : []),
    ...([namedUrn, namedUkprn, namedSetting].filter(Boolean).length > 1
      ? [
          {
            field: 'namedUrn',
            text: 'Give what section I names once: a URN, a UKPRN or one of the list',
          },
        ]
      : []),
    ...(isBefore('ceasedOn', 'madeOn')
      ? [{ field: 'ceasedOn-day', text: 'The plan cannot end before it was made' }]
      : []),
    ...(isBefore('lastConcludedOn', 'lastMetOn')
      ? [
          {
            field: 'lastConcludedOn-day',
            text: 'A review is decided on the day of its meeting or after it',
          },
        ]
      : []),
    ...(ended === Boolean(values['ceaseReason'])
      ? []
      : [{ field: 'ceaseReason', text: 'A plan that has ended has both a day and a reason' }]),
    ...(Boolean(values['transferredFrom']) === Boolean(values['transferredInOn'])
      ? []
      : [{ field: 'transferredFrom', text: 'Give both the council it came from and the day' }]),
  ];
}

/** The main place as typed, with every other place as it was. */
function placesWith(values: Values, { placements }: EhcPlan): Partial<PlanPlacement>[] {
  const others = placements.filter(({ rank, leftOn }) => rank !== 1 || leftOn !== null);
  const { urn = null, ukprn = null, setting = null, settingOther = null, entryOn = null } = values;
  if (!urn && !ukprn && !setting) return others;
  return [
    {
      rank: 1,
      urn,
      ukprn,
      setting: setting as PlanPlacement['setting'],
      settingOther,
      entryOn,
      leftOn: null,
      senUnit: values['unit'] === 'unit',
      resourced: values['unit'] === 'resourced',
    },
    ...others,
  ];
}
