import { type Actor } from '@app/access';
import { type FileEvent, type OpenedCase } from '@app/casework';
import { type EventDefinition } from '@app/pathways';
import { type Answers, eventForm, type EventFormModel } from '../forms/event-form';
import { type Choices, type FieldModel } from '../forms/field-model';
import { paths } from '../paths';

/** An entry of the history that somebody is about to correct. */
export interface Correcting {
  readonly officer: Actor;
  readonly opened: OpenedCase;
  readonly event: FileEvent;
  readonly definition: EventDefinition;
  readonly choices: Choices;
}

/** The form of the entry with its old answers, and the reason below. */
export function formOf(
  { opened, event, definition, choices }: Correcting,
  answers: Answers | undefined,
  why: { reason: string; problem: string | undefined },
): EventFormModel {
  const { reference, version } = opened.file;
  const reason: FieldModel = {
    kind: 'text',
    id: 'reason',
    name: 'reason',
    label: 'Why is this corrected?',
    hint: 'For example: the e-mail shows the day before',
    value: why.reason,
    problem: why.problem,
  };
  return eventForm({
    definition: { ...definition, title: 'Correct a date or fact', hint: '' },
    action: paths.caseFile.correct(reference, String(event.version)),
    today: opened.today,
    expectedVersion: version,
    choices,
    values: event.payload,
    occurredOn: event.occurredOn,
    more: [reason],
    submit: 'Correct it',
    cancelHref: paths.caseFile.timeline(reference),
    ...(answers && { answers }),
  });
}

/** What a correction changed, in a sentence. */
export function flashOf(moved: number): string {
  if (!moved) return 'Corrected. The old words stay on the timeline. No date moved.';
  return `Corrected. The old words stay on the timeline. ${moved} ${moved === 1 ? 'date was' : 'dates were'} worked out again.`;
}
