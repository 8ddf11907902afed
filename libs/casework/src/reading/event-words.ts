import { fieldsOf, type FormField, type Pathway, pounds } from '@app/pathways';
import { type CalendarDay, plainDay } from '@app/statutory-calendar';
import { type FileEvent } from './case-file';
import { CASE_MIGRATED, CLOCKS_RECOUNTED } from '../history';
import { lowerFirst } from './sentence';

/** Names behind the ids that payloads hold. */
export interface Names {
  readonly officers: ReadonlyMap<string, string>;
  readonly schools: ReadonlyMap<string, string>;
}

/** One answer of an event, in words. */
export interface ToldAnswer {
  readonly label: string;
  readonly value: string;
  readonly kind: FormField['kind'];
  /** Typed by a person, so shown as they wrote it. */
  readonly isTyped: boolean;
}

/** An event as the timeline tells it. */
export interface Told {
  readonly title: string;
  /** The telling part in one line: at most two answers. */
  readonly gist: string;
  readonly answers: readonly ToldAnswer[];
}

function goneOverTo(payload: FileEvent['payload']): string {
  if ('law' in payload) return `changed law: ${String(payload['pack'])}`;
  return 'settings' in payload ? 'other settings of the council' : 'another version of the pathway';
}

/** The fields that name what an event is about; they stand in its title. */
const SUBJECTS = ['adviser', 'setting', 'point'];

/** Says in plain words what happened, whatever the event. */
export function tellEvent(
  pathway: Pathway,
  event: Pick<FileEvent, 'type' | 'payload'>,
  names: Names,
): Told {
  const definition = pathway.events[event.type];
  if (event.type === CASE_MIGRATED)
    return {
      title: `Went over to ${goneOverTo(event.payload)}`,
      gist: '',
      answers: [],
    };
  if (event.type === CLOCKS_RECOUNTED)
    return {
      title: 'Dates of our own counted again',
      gist: `${String(event.payload['reason'])}. ${movedDates(pathway, event.payload['dates'] as MovedDay[])}. Dates set by law stay.`,
      answers: [],
    };
  if (!definition) return { title: 'Something was recorded', gist: '', answers: [] };
  const fields = fieldsOf(definition.payload);
  const subject = fields.find(
    ({ name }) => SUBJECTS.includes(name) && event.payload[name] !== undefined,
  );
  const about = subject && insideSentence(subject, event.payload[subject.name], names);
  const answers = answersOf(
    fields.filter((field) => field !== subject),
    event.payload,
    names,
  );
  const happened = definition.happened ?? definition.title;
  return {
    title: about ? `${happened}: ${about}` : happened,
    gist: gistOf(answers),
    answers,
  };
}

/** Names of people and schools, and what somebody typed, keep their capitals. */
function insideSentence(field: FormField, value: unknown, names: Names): string {
  const words = valueInWords(field, value, names);
  return field.kind === 'choice' ? lowerFirst(words) : words;
}

interface MovedDay {
  readonly code: string;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** 'Arrange the first visit: 20 November 2026, now 27 November 2026' */
const movedDates = ({ clocks }: Pathway, dates: readonly MovedDay[]) =>
  dates
    .map(({ code, from, to }) => {
      const label = clocks.find((rule) => rule.code === code)?.label ?? code;
      return `${label}: ${plainDay(from)}, now ${plainDay(to)}`;
    })
    .join('; ');

/** Every answer of a payload, in the order of its form. */
export function answersOf(
  fields: readonly FormField[],
  payload: Readonly<Record<string, unknown>>,
  names: Names,
): ToldAnswer[] {
  return fields.flatMap((field) => {
    const value = payload[field.name];
    if (value === undefined || value === null || value === '') return [];
    if (field.kind === 'group')
      return answersOf(field.fields ?? [], value as Record<string, unknown>, names);
    if (field.kind === 'rows') return rowsInWords(field, value as Row[], names);
    const isTyped = field.kind === 'area' || field.kind === 'text';
    return [
      { label: field.label, value: valueInWords(field, value, names), kind: field.kind, isTyped },
    ];
  });
}

type Row = Readonly<Record<string, unknown>>;

/** One answer a row: 'Option 2: What: local special school; Yearly cost: £28,500'. */
function rowsInWords(field: FormField, rows: readonly Row[], names: Names): ToldAnswer[] {
  return rows.map((row, at) => ({
    label: `${field.rows?.each ?? field.label} ${at + 1}`,
    value: answersOf(field.fields ?? [], row, names)
      .map(({ label, value }) => (label.endsWith('?') ? `${label} ${value}` : `${label}: ${value}`))
      .join('; '),
    kind: field.kind,
    isTyped: false,
  }));
}

/** The people and schools that payloads name, by id and URN. */
export function namedIn(
  pathway: Pathway,
  events: readonly Pick<FileEvent, 'type' | 'payload'>[],
): { officers: string[]; schools: string[] } {
  const named = { officers: new Set<string>(), schools: new Set<string>() };
  for (const { type, payload } of events) {
    for (const { kind, name } of fieldsIn(pathway, type)) {
      const kept =
        kind === 'officer'
          ? named.officers
          : kind === 'school' || kind === 'schools'
            ? named.schools
            : undefined;
      for (const value of [payload[name]].flat())
        if (kept && typeof value === 'string') kept.add(value);
    }
  }
  return { officers: [...named.officers], schools: [...named.schools] };
}

function valueInWords(field: FormField, value: unknown, names: Names): string {
  const words = (code: unknown) => field.options?.[String(code)] ?? String(code);
  switch (field.kind) {
    case 'choice':
      return words(value);
    case 'choices':
      return [value].flat().map(words).join('; ');
    case 'day':
      return plainDay(String(value));
    case 'yesNo':
      return value === true ? 'Yes' : 'No';
    case 'money':
      return pounds(Number(value));
    case 'lines':
      return [value].flat().join('; ');
    case 'officer':
      return names.officers.get(String(value)) ?? 'A colleague';
    case 'school':
    case 'schools':
      return [value]
        .flat()
        .map((urn) => names.schools.get(String(urn)) ?? 'A school outside the register')
        .join('; ');
    default:
      return String(value);
  }
}

function gistOf(answers: readonly ToldAnswer[]): string {
  const chosen = answers
    .filter(({ value }) => !/^(Yes|No)$/.test(value))
    .filter(
      ({ kind }) =>
        kind === 'choice' ||
        kind === 'choices' ||
        kind === 'officer' ||
        kind === 'school' ||
        kind === 'schools',
    );
  const telling = [...answers.filter(({ isTyped }) => isTyped), ...chosen];
  const parts = telling.slice(0, 2).map(({ label, value, isTyped, kind }) => {
    if (isTyped || label.endsWith('?')) return value;
    return `${label}: ${kind === 'choice' ? lowerFirst(value) : value}`;
  });
  return parts.map((part) => (/[.?!]$/.test(part) ? part : `${part}.`)).join(' ');
}

function fieldsIn(pathway: Pathway, type: string): readonly FormField[] {
  const definition = pathway.events[type];
  return definition ? fieldsOf(definition.payload) : [];
}
