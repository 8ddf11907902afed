import { type EventDefinition, fieldsOf } from '@app/pathways';
import { addDays, type CalendarDay, plainDay } from '@app/statutory-calendar';
import { randomUUID } from 'node:crypto';
import { type z } from 'zod';
import { asTyped } from './as-typed';
import { dayAsTyped, dayField, readDay } from './day-field';
import { type Choices, type FieldModel, fieldModels } from './field-model';
import { type FormBody, type Problem } from './form-body';
import { type Fault, problemsOf, readFields } from './read-fields';
import { asksForAnother, withoutEmptyRows } from './rows-field';

/** A form as the macro `eventForm` shows it. */
export interface EventFormModel {
  readonly title: string;
  readonly hint: string | undefined;
  readonly action: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly fields: readonly FieldModel[];
  readonly submit: string;
  readonly cancelHref: string | undefined;
  /** What is typed can be kept, and is kept by itself while somebody types. */
  readonly canKeep: boolean;
  readonly problems: readonly Problem[];
}

/** What an officer answered: ready for the door when `problems` is empty. */
export interface Answers {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly occurredOn: CalendarDay;
  readonly expectedVersion: number | undefined;
  readonly commandKey: string | undefined;
  readonly problems: readonly Problem[];
  /** The form as it was sent, to show it again. */
  readonly typed: FormBody;
  /** Sent to ask for one more row: the form is shown again, and nothing is judged. */
  readonly asksForRow?: boolean;
}

interface FormAsk {
  readonly definition: Pick<EventDefinition, 'title' | 'verb' | 'hint' | 'payload'>;
  readonly action: string;
  readonly today: CalendarDay;
  readonly expectedVersion?: number;
  readonly choices?: Choices;
  /** Answers known already: the form opens with them. */
  readonly values?: Readonly<Record<string, unknown>>;
  readonly occurredOn?: CalendarDay;
  /** Answers sent and not good enough: the form shows them again as they were typed. */
  readonly answers?: Answers;
  readonly submit?: string;
  readonly cancelHref?: string;
  readonly canKeep?: boolean;
  /** Further questions below those of the event, such as the reason of a correction. */
  readonly more?: readonly FieldModel[];
}

const WHEN = 'When did this happen?';
const DAY_FIELD = 'occurredOn';
const FURTHEST_BACK = 60;
const KEY = /^[A-Za-z0-9-]{8,64}$/;

/** The page of one event, made from its schema and its words. */
export function eventForm(ask: FormAsk): EventFormModel {
  const { definition, answers, today } = ask;
  const fields = fieldsOf(definition.payload);
  const problems = answers?.problems ?? [];
  const typed = answers?.typed ?? {
    ...asTyped(fields, ask.values ?? {}),
    ...dayAsTyped(DAY_FIELD, ask.occurredOn ?? today),
  };
  const problem = problems.find(({ field }) => field === `${DAY_FIELD}-day`)?.text;
  const when = dayField(DAY_FIELD, WHEN, typed, {
    problem,
    hint: `For example, ${exampleOf(today)}`,
  });
  const version = answers ? answers.expectedVersion : ask.expectedVersion;
  return {
    title: definition.title,
    hint: definition.hint,
    action: ask.action,
    hidden: [
      ...(version === undefined ? [] : [{ name: 'expectedVersion', value: String(version) }]),
      { name: 'commandKey', value: randomUUID() },
    ],
    fields: [
      ...fieldModels(fields, typed, { problems, ...(ask.choices && { choices: ask.choices }) }),
      when,
      ...(ask.more ?? []),
    ],
    submit: ask.submit ?? definition.verb ?? 'Record it',
    cancelHref: ask.cancelHref,
    canKeep: ask.canKeep ?? false,
    problems,
  };
}

/**
 * Reads what was posted for an event. `mayBackdate`: this person may record what happened more than 60 days ago.
 * Never throws: everything that is wrong is in `problems`, and everything typed is kept in `typed`.
 */
export function readAnswers(
  payload: z.ZodObject,
  sent: FormBody,
  {
    today,
    mayBackdate = false,
    choices = {},
  }: { today: CalendarDay; mayBackdate?: boolean; choices?: Choices },
): Answers {
  const asksForRow = asksForAnother(payload, sent);
  const body = asksForRow ? sent : withoutEmptyRows(fieldsOf(payload), sent);
  const reading = readFields(payload, body, choices);
  const when = readDay(body, DAY_FIELD, 'The day it happened');
  const wrong = when.problem ?? wrongDay(when.day, today, mayBackdate);
  return {
    payload: reading.payload,
    occurredOn: when.day ?? today,
    expectedVersion: wholeFrom(body['expectedVersion']),
    commandKey: keyFrom(body['commandKey']),
    problems: asksForRow
      ? []
      : [...reading.problems, ...(wrong ? [{ field: `${DAY_FIELD}-day`, text: wrong }] : [])],
    typed: body,
    asksForRow,
  };
}

/** The same answers with what the door found wrong with them. */
export function withProblems(
  payload: z.ZodObject,
  answers: Answers,
  faults: readonly Fault[],
): Answers {
  return { ...answers, problems: [...answers.problems, ...problemsOf(fieldsOf(payload), faults)] };
}

function wrongDay(
  day: CalendarDay | undefined,
  today: CalendarDay,
  mayBackdate: boolean,
): string | undefined {
  if (!day) return 'Enter the day it happened';
  if (day > today) return 'The day it happened must be today or earlier';
  const furthest = addDays(today, -FURTHEST_BACK);
  if (mayBackdate || day >= furthest) return undefined;
  return `The day it happened must be ${plainDay(furthest)} or later. A manager can record what happened before that`;
}

/** A day in the past whose parts cannot be mistaken for each other. */
function exampleOf(today: CalendarDay): string {
  const year = Number(today.slice(0, 4));
  return `27 3 ${today > `${year}-03-27` ? year : year - 1}`;
}

function wholeFrom(value: unknown): number | undefined {
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

function keyFrom(value: unknown): string | undefined {
  return typeof value === 'string' && KEY.test(value) ? value : undefined;
}
