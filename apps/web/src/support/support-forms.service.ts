import { AccessDenied, type Actor, worksCases } from '@app/access';
import { BadPayload, type OpenedCase } from '@app/casework';
import { fieldsOf, NotAllowedNow } from '@app/pathways';
import { Injectable } from '@nestjs/common';
import { type z } from 'zod';
import { CasePages } from '../cases/case-pages.service';
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
  /** A file that is asked for with it, and what is wrong with the one that came. */
  readonly file?: {
    readonly label: string;
    readonly hint: string;
    readonly problem: string | undefined;
  };
}

/** Forms beside a case: who may use them, and the same page again with what was typed when something is wrong. */
@Injectable()
export class SupportForms {
  constructor(private readonly pages: CasePages) {}

  /** A case that is looked at. */
  see(officer: Actor, reference: string, part: string): Promise<OpenedCase> {
    return this.pages.open(officer, reference, part);
  }

  /** A case that something is added to. @throws AccessDenied for people who only read */
  async work(officer: Actor, reference: string, part: string): Promise<OpenedCase> {
    const opened = await this.pages.open(officer, reference, part);
    if (!worksCases(officer)) throw new AccessDenied(`add to the ${part} of a case`);
    return opened;
  }

  /** Whether this person sees the buttons. */
  mayWork(officer: Actor, { file }: OpenedCase): boolean {
    return worksCases(officer) && file.open;
  }

  show(opened: OpenedCase, section: string, template: string, model: object): Page {
    return this.pages.show(opened, `support/${template}`, model, { current: section });
  }

  /** The form as it opens. @throws NotAllowedNow when the case has ended */
  blank(opened: OpenedCase, form: SupportForm): Page {
    if (!opened.file.open)
      throw new NotAllowedNow('', [{ guard: 'caseOpen', text: CASE_ENDED, missing: [] }]);
    return this.page(opened, form, asTyped(fieldsOf(form.schema), form.values ?? {}), []);
  }

  /** Reads what was sent and writes it; the same page again, holding what was typed, when something is wrong. */
  async sent(
    opened: OpenedCase,
    form: SupportForm,
    sent: FormBody,
    write: (payload: Readonly<Record<string, unknown>>) => Promise<Redirect>,
  ): Promise<Page | Redirect> {
    if (!opened.file.open) return this.page(opened, form, sent, [{ field: '', text: CASE_ENDED }]);
    if (asksForAnother(form.schema, sent)) return this.page(opened, form, sent, []);
    const body = withoutEmptyRows(fieldsOf(form.schema), sent);
    const { payload, problems: typed } = readFields(form.schema, body, form.choices);
    const problems = [...typed, ...fileProblems(form)];
    if (problems.length) return this.page(opened, form, body, problems);
    try {
      return await write(payload);
    } catch (error) {
      return this.page(opened, form, body, problemsIn(error, form));
    }
  }

  /** The form again with what was typed. */
  page(opened: OpenedCase, form: SupportForm, typed: FormBody, problems: readonly Problem[]): Page {
    const { title, lead, action, submit, cancelHref, hidden = [], choices = {} } = form;
    const fields = [
      ...fieldModels(fieldsOf(form.schema), typed, { problems, choices }),
      ...(form.file ? [fileField(form.file, problems)] : []),
    ];
    const model = { title, lead, problems, form: { action, hidden, fields, submit, cancelHref } };
    return this.pages.show(opened, `support/${form.template ?? 'form'}`, model, {
      current: form.section,
      status: problems.length ? 422 : 200,
    });
  }
}

const CASE_ENDED = 'This case has ended. Reopen it to add to it.';
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
