import { type PlaceEvent } from '@app/placements';
import { type QuestionModel } from '../forms/field-model';
import { type FormBody, type Problem } from '../forms/form-body';
import { one } from '../safety/one-value';

const LONGEST_WHY = 500;

const CHANGES: Readonly<Record<PlaceEvent, string>> = {
  SUSPEND: 'Suspend it: staff or premises do not allow it now',
  RESUME: 'Use it again',
  DECOMMISSION: 'Close it for good',
};

/** The reason of a change, checked. */
export function whyTyped(body: FormBody): { why: string; problems: Problem[] } {
  const why = one(body, 'why') ?? '';
  if (!why) return { why, problems: [{ field: 'why', text: 'Say why' }] };
  return why.length > LONGEST_WHY
    ? {
        why,
        problems: [{ field: 'why', text: `Reason must be ${LONGEST_WHY} characters or fewer` }],
      }
    : { why, problems: [] };
}

/** A new unit as it was typed, checked. */
export function unitTyped(body: FormBody, most: number) {
  const urn = one(body, 'urn') ?? '';
  const typed = one(body, 'places') ?? '';
  const count = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  const { why, problems } = whyTyped(body);
  const wrong = count < 1 || count > most;
  return {
    urn,
    count,
    why,
    problems: [
      ...(urn ? [] : [{ field: 'urn', text: 'Select the school that hosts the unit' }]),
      ...(wrong ? [{ field: 'places', text: `Enter a number of places from 1 to ${most}` }] : []),
      ...problems,
    ],
  };
}

/** A change of a place as it was typed, checked. */
export function changeTyped(body: FormBody) {
  const typed = one(body, 'event') ?? '';
  const event = Object.hasOwn(CHANGES, typed) ? (typed as PlaceEvent) : undefined;
  const { why, problems } = whyTyped(body);
  const missing = event ? [] : [{ field: 'event', text: 'Select what happens to the place' }];
  return { event, why, problems: [...missing, ...problems] };
}

const value = (body: FormBody, name: string) => {
  const given = body[name];
  return typeof given === 'string' ? given : '';
};
const problemOf = (problems: readonly Problem[], name: string) =>
  problems.find(({ field }) => field === name)?.text;

/** The question for the reason. */
export function whyField(body: FormBody, problems: readonly Problem[]): QuestionModel {
  return {
    kind: 'area',
    id: 'why',
    name: 'why',
    label: 'Why?',
    hint: 'Name no child here',
    value: value(body, 'why'),
    problem: problemOf(problems, 'why'),
  };
}

/** The questions for a new unit. */
export function unitFields(
  body: FormBody,
  problems: readonly Problem[],
  schools: readonly { readonly urn: string; readonly name: string }[],
): QuestionModel[] {
  const urn = value(body, 'urn');
  return [
    {
      kind: 'select',
      id: 'urn',
      name: 'urn',
      label: 'Which school hosts the unit?',
      options: schools.map((school) => ({
        value: school.urn,
        text: school.name,
        chosen: school.urn === urn,
      })),
      problem: problemOf(problems, 'urn'),
    },
    {
      kind: 'whole',
      id: 'places',
      name: 'places',
      label: 'How many places does it have?',
      value: value(body, 'places'),
      problem: problemOf(problems, 'places'),
    },
    whyField(body, problems),
  ];
}

/** The questions for a change of one place. */
export function changeFields(
  body: FormBody,
  problems: readonly Problem[],
  isSuspended: boolean,
): QuestionModel[] {
  const offered: PlaceEvent[] = [isSuspended ? 'RESUME' : 'SUSPEND', 'DECOMMISSION'];
  return [
    {
      kind: 'choice',
      id: 'event',
      name: 'event',
      label: 'What happens to the place?',
      options: offered.map((event) => ({
        value: event,
        text: CHANGES[event],
        chosen: value(body, 'event') === event,
      })),
      problem: problemOf(problems, 'event'),
    },
    whyField(body, problems),
  ];
}
