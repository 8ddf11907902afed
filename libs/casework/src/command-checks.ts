import { fieldsOf, type EventDefinition, type FormField } from '@app/pathways';
import { addDays, type CalendarDay, isCalendarDay, longDay } from '@app/statutory-calendar';
import { BadPayload, type Problem } from './errors';
import { uuidOr } from './facts';

/** Day-to-day entries may be dated this many days back; managers, corrections and go-live have no such limit (correction 15). */
export const BACKDATING_DAYS = 60;

interface DayCheck {
  readonly occurredOn: unknown;
  readonly today: CalendarDay;
  readonly noLimit: boolean;
  readonly openedOn?: CalendarDay;
}

/** The day on which something happened. @throws BadPayload in plain words */
export function checkedDay({ occurredOn, today, noLimit, openedOn }: DayCheck): CalendarDay {
  if (!isCalendarDay(occurredOn))
    throw bad('occurredOn', 'When did this happen? Enter a real date, like 27 3 2026');
  if (occurredOn > today)
    throw bad('occurredOn', `When did this happen? ${longDay(occurredOn)} is in the future`);
  if (openedOn && occurredOn < openedOn)
    throw bad(
      'occurredOn',
      `When did this happen? The case was opened later, on ${longDay(openedOn)}`,
    );
  if (!noLimit && occurredOn < addDays(today, -BACKDATING_DAYS)) {
    throw bad(
      'occurredOn',
      `When did this happen? ${longDay(occurredOn)} is more than ${BACKDATING_DAYS} days ago. Ask a manager to record it`,
    );
  }
  return occurredOn;
}

/** The payload of an event, with nothing in it that the pathway does not describe. @throws BadPayload in plain words */
export function checkedPayload(
  definition: EventDefinition,
  payload: unknown,
): Record<string, unknown> {
  const parsed = definition.payload.safeParse(payload ?? {});
  const problems: Problem[] = parsed.success
    ? officerProblems(fieldsOf(definition.payload), parsed.data)
    : parsed.error.issues.map(({ path, message, code, ...issue }) => ({
        path: path.map(String),
        message:
          code === 'unrecognized_keys'
            ? `There is no field called ${(issue as { keys: string[] }).keys.join(', ')}`
            : message,
      }));
  if (problems.length || !parsed.success) throw new BadPayload(problems);
  return parsed.data;
}

function officerProblems(
  fields: readonly FormField[],
  payload: Record<string, unknown>,
): Problem[] {
  return fields
    .filter(
      ({ kind, name }) =>
        kind === 'officer' && payload[name] !== undefined && !uuidOr(payload[name]),
    )
    .map(({ name, label }) => ({
      path: [name],
      message: `${label}: select an officer from the list`,
    }));
}

const bad = (field: string, message: string) => new BadPayload([{ path: [field], message }]);
