import { fieldsOf, type Pathway } from '@app/pathways';
import { plainDay } from '@app/statutory-calendar';
import { type Correction, FACT_CORRECTED, STEP_UNDONE } from '../history';
import { type FileEvent } from './case-file';
import { answersOf, type Names, tellEvent, type ToldAnswer } from './event-words';

/** One answer that was mistyped: what stood there, and what is right. */
export interface Restated {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** A correction of an event, in words. */
export interface Restatement {
  readonly version: number;
  readonly ofVersion: number;
  readonly ofTitle: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  readonly changes: readonly Restated[];
  /** Dates that moved by it. */
  readonly moved: NonNullable<Correction['dates']>;
  /** The whole step was taken back. */
  readonly isUndone: boolean;
}

/** The events as they are known today, newest first: corrections put in, steps that were taken back left out. */
export function asKnown(history: readonly FileEvent[]): FileEvent[] {
  const oldestFirst = correctionsIn(history).reverse();
  const undone = history
    .filter(({ type }) => type === STEP_UNDONE)
    .map(({ payload }) => payload['version']);
  return history
    .filter(({ type }) => type !== FACT_CORRECTED && type !== STEP_UNDONE)
    .filter(({ version }) => !undone.includes(version))
    .map((event) =>
      oldestFirst
        .filter(({ said }) => said.version === event.version)
        .reduce((known, { said }) => corrected(known, said), event),
    );
}

/** Every correction of a history in words, and every step that was taken back, newest first. */
export function restatementsOf(
  pathway: Pathway,
  history: readonly FileEvent[],
  names: Names,
): Restatement[] {
  return correctionsIn(history).map(({ event, said }) => {
    const target = history.find(({ version }) => version === said.version);
    return {
      version: event.version,
      ofVersion: said.version,
      ofTitle: target ? tellEvent(pathway, target, names).title : 'An entry',
      reason: said.reason,
      by: event.actorName,
      at: event.recordedAt,
      changes: changesOf(pathway, target, said, names),
      moved: said.dates ?? [],
      isUndone: event.type === STEP_UNDONE,
    };
  });
}

function correctionsIn(history: readonly FileEvent[]) {
  return history
    .filter(({ type }) => type === FACT_CORRECTED || type === STEP_UNDONE)
    .map((event) => ({ event, said: event.payload as unknown as Correction }));
}

function corrected(event: FileEvent, { occurredOn, payload }: Correction): FileEvent {
  const right = Object.fromEntries(
    Object.entries(payload ?? {}).map(([field, { to }]) => [field, to]),
  );
  return {
    ...event,
    occurredOn: occurredOn?.to ?? event.occurredOn,
    payload: { ...event.payload, ...right },
  };
}

function changesOf(
  pathway: Pathway,
  target: FileEvent | undefined,
  { occurredOn, payload }: Correction,
  names: Names,
): Restated[] {
  const definition = target && pathway.events[target.type];
  const fields = definition ? fieldsOf(definition.payload) : [];
  const day = occurredOn
    ? [
        {
          label: 'The day it happened',
          from: plainDay(occurredOn.from),
          to: plainDay(occurredOn.to),
        },
      ]
    : [];
  const facts = Object.entries(payload ?? {}).map(([name, { from, to }]) => {
    const asked = fields.filter((field) => field.name === name);
    const words = (value: unknown) => joined(answersOf(asked, { [name]: value }, names));
    return { label: asked[0]?.label ?? 'An answer', from: words(from), to: words(to) };
  });
  return [...day, ...facts];
}

function joined(answers: readonly ToldAnswer[]): string {
  return answers.map(({ value }) => value).join('; ') || 'no answer';
}
