import { AccessDenied, type Actor, worksCases } from '@app/access';
import { type OpenedCase, type SupportedCase } from '@app/casework';
import { NotAllowedNow } from '@app/pathways';
import { Injectable } from '@nestjs/common';
import { CasePages } from '../cases/case-pages.service';
import { type FormBody } from '../forms/form-body';
import { type Page, type Redirect } from '../page';
import { formModel, opensWith, readForm, type ShowForm, type SupportForm } from './support-form';

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
    if (!worksCases(officer) || opened.relation === 'own_school')
      throw new AccessDenied(`add to the ${part} of a case`);
    return opened;
  }

  /** Whether this person sees the buttons; some are there when the case has ended too. */
  mayWork(officer: Actor, { file }: OpenedCase, whenEnded = false): boolean {
    return worksCases(officer) && (file.open || whenEnded);
  }

  /** @throws NotAllowedNow when the case has ended */
  refuseEnded({ open }: SupportedCase['file']): void {
    if (!open) throw new NotAllowedNow('', [{ guard: 'caseOpen', text: CASE_ENDED, missing: [] }]);
  }

  show(opened: OpenedCase, section: string, template: string, model: object): Page {
    return this.pages.show(opened, `support/${template}`, model, { current: section });
  }

  /** The form as it opens. @throws NotAllowedNow when the case has ended */
  blank(opened: OpenedCase, form: SupportForm): Page {
    if (!form.whenEnded) this.refuseEnded(opened.file);
    return this.page(opened, form)(opensWith(form), []);
  }

  /** Reads what was sent and writes it; the same page again, holding what was typed, when something is wrong. */
  async sent(
    opened: OpenedCase,
    form: SupportForm,
    sent: FormBody,
    write: (payload: Readonly<Record<string, unknown>>) => Promise<Redirect>,
  ): Promise<Page | Redirect> {
    const again = this.page(opened, form);
    if (!opened.file.open && !form.whenEnded) return again(sent, [{ field: '', text: CASE_ENDED }]);
    return readForm(form, sent, write, again);
  }

  private page(opened: OpenedCase, form: SupportForm): ShowForm {
    const template = `support/${form.template ?? 'form'}`;
    return (typed, problems) =>
      this.pages.show(opened, template, formModel(form, typed, problems), {
        current: form.section,
        status: problems.length ? 422 : 200,
      });
  }
}

const CASE_ENDED = 'This case has ended. Reopen it to add to it.';
