import { type FormField } from '@app/pathways';
import { dayAsTyped } from './day-field';
import { type FormBody } from './form-body';

/** What a payload looks like as a posted form: to show a form that is filled in already. */
export function asTyped(
  fields: readonly FormField[],
  payload: Readonly<Record<string, unknown>>,
  within = '',
): FormBody {
  return Object.assign(
    {},
    ...fields.map((field) => one(field, payload[field.name], within + field.name)),
  ) as FormBody;
}

function one(field: FormField, value: unknown, name: string): FormBody {
  if (value === undefined || value === null) return {};
  if (field.kind === 'group')
    return asTyped(field.fields ?? [], value as Record<string, unknown>, `${name}.`);
  if (field.kind === 'day') return dayAsTyped(name, value as string);
  if (field.kind === 'rows')
    return Object.assign(
      {},
      ...(value as Record<string, unknown>[]).map((row, at) =>
        asTyped(field.fields ?? [], row, `${name}.${at}.`),
      ),
    ) as FormBody;
  if (field.kind === 'money') return { [name]: amountAsTyped(value as number) };
  if (Array.isArray(value)) {
    const list = value.map(String);
    return { [name]: field.kind === 'lines' ? list.join('\n') : list };
  }
  if (field.kind === 'yesNo') return { [name]: value === true ? 'yes' : 'no' };
  return { [name]: typeof value === 'number' ? String(value) : value };
}

/** Pence as somebody would type the amount: '28500' or '1250.50'. */
function amountAsTyped(pence: number): string {
  return (pence / 100).toFixed(pence % 100 ? 2 : 0);
}
