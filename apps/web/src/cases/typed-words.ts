import { answersOf } from '@app/casework';
import { fieldsOf } from '@app/pathways';
import { type Answers } from '../forms/event-form';
import { type Recording } from './record-form.service';

/** What somebody typed in their own words on a form. */
export function typedWords({ opened, definition }: Recording, { payload }: Answers) {
  const fields = fieldsOf(definition.payload).filter(({ name }) => payload[name] !== undefined);
  return answersOf(fields, payload, opened.names).filter(({ isTyped }) => isTyped);
}
