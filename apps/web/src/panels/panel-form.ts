import { fieldsOf, NotAllowedNow } from '@app/pathways';
import { BadDetails } from '@app/people';
import { type z } from 'zod';
import { asTyped } from '../forms/as-typed';
import { type Choices, fieldModels } from '../forms/field-model';
import { type FormBody, type Problem } from '../forms/form-body';
import { problemsOf, readFields } from '../forms/read-fields';
import { type Page, page, type Redirect } from '../page';

/** One form about a panel. */
export interface PanelForm<S extends z.ZodObject = z.ZodObject> {
  readonly title: string;
  readonly lead?: string;
  /** Lines that are read before the form is sent. */
  readonly points?: readonly string[];
  readonly schema: S;
  readonly action: string;
  readonly submit: string;
  /** None for somebody without an account: there is nothing else for them here. */
  readonly back?: { readonly text: string; readonly href: string };
  readonly choices?: Choices;
  readonly hidden?: readonly { readonly name: string; readonly value: string }[];
  /** Answers known already: the form opens with them. */
  readonly values?: Readonly<Record<string, unknown>>;
}

/** The form as it opens. */
export function blankForm(form: PanelForm): Page {
  return formPage(form, asTyped(fieldsOf(form.schema), form.values ?? {}), []);
}

/** Reads what was sent and writes it; the same page again, holding what was typed, when something is wrong. */
export async function sentForm<S extends z.ZodObject>(
  form: PanelForm<S>,
  sent: FormBody,
  write: (payload: z.infer<S>) => Promise<Page | Redirect>,
): Promise<Page | Redirect> {
  const { payload, problems } = readFields(form.schema, sent, form.choices);
  if (problems.length) return formPage(form, sent, problems);
  try {
    return await write(payload as z.infer<S>);
  } catch (error) {
    if (error instanceof NotAllowedNow)
      return formPage(
        form,
        sent,
        error.reasons.map(({ text }) => ({ field: '', text })),
      );
    if (!(error instanceof BadDetails)) throw error;
    return formPage(form, sent, problemsOf(fieldsOf(form.schema), error.problems));
  }
}

function formPage(form: PanelForm, typed: FormBody, problems: readonly Problem[]): Page {
  const { title, lead, points, action, submit, back, choices, hidden = [] } = form;
  const fields = fieldModels(fieldsOf(form.schema), typed, {
    problems,
    ...(choices && { choices }),
  });
  const model = { title, lead, points, back, problems };
  return page(
    'panels/form',
    { ...model, form: { action, hidden, fields, submit, cancelHref: back?.href } },
    { status: problems.length ? 422 : 200 },
  );
}
