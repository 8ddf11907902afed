import { BadPayload } from '@app/casework';
import { fieldsOf, NotAllowedNow } from '@app/pathways';
import { type z } from 'zod';
import { asTyped } from '../forms/as-typed';
import { type Choices, fieldModels, type QuestionModel } from '../forms/field-model';
import { type FormBody, type Problem } from '../forms/form-body';
import { problemsOf, readFields } from '../forms/read-fields';
import { asksForAnother, withoutEmptyRows } from '../forms/rows-field';
import { type Page, type Redirect } from '../page';

/** One form of what is kept beside a case. */
export interface SupportForm {
  /** The section of the case that it belongs to. */
  readonly section: string;
  readonly title: string;
  readonly lead?: string;
  readonly schema: z.ZodObject;
  readonly action: string;
  readonly submit: string;
  readonly cancelHref: string;
  readonly choices?: Choices;
  readonly hidden?: readonly { readonly name: string; readonly value: string }[];
  /** Answers known already: the form opens with them. */
  readonly values?: Readonly<Record<string, unknown>>;
  readonly template?: string;
  /** It is for cases that have ended too. */
  readonly whenEnded?: boolean;
  /** A file that is asked for with it, and what is wrong with the one that came. */
  readonly file?: {
    readonly label: string;
    readonly hint: string;
    readonly problem: string | undefined;
  };
}

/** Shows the form with what was typed, and what is wrong with it. */
export type ShowForm = (typed: FormBody, problems: readonly Problem[]) => Page;

/** What the form opens with. */
export const opensWith = ({ schema, values = {} }: SupportForm): FormBody =>
  asTyped(fieldsOf(schema), values);

/** The form as its template reads it. */
export function formModel(form: SupportForm, typed: FormBody, problems: readonly Problem[]) {
  const { title, lead, action, submit, cancelHref, hidden = [], choices = {} } = form;
  const fields = [
    ...fieldModels(fieldsOf(form.schema), typed, { problems, choices }),
    ...(form.file ? [fileField(form.file, problems)] : []),
  ];
  return { title, lead, problems, form: { action, hidden, fields, submit, cancelHref } };
}

/** Reads what was sent and writes it; the same form again, holding what was typed, when something is wrong. */
export async function readForm(
  form: SupportForm,
  sent: FormBody,
  write: (payload: Readonly<Record<string, unknown>>) => Promise<Redirect>,
  again: ShowForm,
): Promise<Page | Redirect> {
  if (asksForAnother(form.schema, sent)) return again(sent, []);
  const body = withoutEmptyRows(fieldsOf(form.schema), sent);
  const { payload, problems: typed } = readFields(form.schema, body, form.choices);
  const problems = [...typed, ...fileProblems(form)];
  if (problems.length) return again(body, problems);
  try {
    return await write(payload);
  } catch (error) {
    return again(body, problemsIn(error, form));
  }
}

const FILE = 'file';

const fileProblems = ({ file }: SupportForm): Problem[] =>
  file?.problem ? [{ field: FILE, text: file.problem }] : [];

function fileField(
  { label, hint }: NonNullable<SupportForm['file']>,
  problems: readonly Problem[],
): QuestionModel {
  const problem = problems.find(({ field }) => field === FILE)?.text;
  return { kind: 'file', id: FILE, name: FILE, label, hint, problem };
}

/** The words of a refusal on the fields of the form. @throws the same error when it is no refusal */
function problemsIn(error: unknown, { schema }: SupportForm): Problem[] {
  if (error instanceof BadPayload) {
    const ofFile = error.problems.filter(({ path }) => path[0] === FILE);
    const others = error.problems.filter((fault) => !ofFile.includes(fault));
    return [
      ...problemsOf(fieldsOf(schema), others),
      ...ofFile.map(({ message }) => ({ field: FILE, text: message })),
    ];
  }
  if (error instanceof NotAllowedNow) return error.reasons.map(({ text }) => ({ field: '', text }));
  throw error;
}
