import { type Actor } from '@app/access';
import {
  type OpenedCase,
  VIEW_METHODS,
  VIEW_OF,
  viewForm,
  type ViewRow,
  Views,
} from '@app/casework';
import { longDay } from '@app/statutory-calendar';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type FormBody } from '../forms/form-body';
import { type Page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { type SupportForm } from './support-form';
import { SupportForms } from './support-forms.service';

const SEE = { action: 'see what a child and family said', roles: 'any', relation: 'case' } as const;
const WORK = { ...SEE, action: 'record what a child or family said' } as const;
const PART = 'views';
const SECTION = 'Views';

/** The child's and the family's views on a case: what was said, or why nothing was. */
@Controller()
export class ViewsController {
  constructor(
    private readonly forms: SupportForms,
    private readonly views: Views,
  ) {}

  @Get(paths.support.views(':reference'))
  @Policy(SEE)
  async list(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    const opened = await this.forms.see(officer, reference, PART);
    const rows = await this.views.of(officer.authority, opened.file.id);
    return this.forms.show(opened, SECTION, 'views', {
      views: rows.map(viewModel),
      missing: (['child', 'parent'] as const)
        .filter((whose) => !rows.some((row) => row.whose === whose && row.said))
        .map((whose) => VIEW_OF[whose]),
      contactsHref: paths.children.one(opened.file.childId),
      addHref: this.forms.mayWork(officer, opened) ? paths.support.addView(reference) : undefined,
    });
  }

  @Get(paths.support.addView(':reference'))
  @Policy(WORK)
  async blank(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    const opened = await this.forms.work(officer, reference, PART);
    return this.forms.blank(opened, adding(opened));
  }

  @Post(paths.support.addView(':reference'))
  @Policy(WORK)
  async add(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const opened = await this.forms.work(officer, reference, PART);
    return this.forms.sent(opened, adding(opened), body, async (details) => {
      await this.views.add(officer, opened, details);
      return redirect(paths.support.views(reference), { flash: 'The views are recorded.' });
    });
  }
}

function viewModel({ whose, person, how, said, whyNot, onDay, by }: ViewRow) {
  return {
    who: person ? `${VIEW_OF[whose]}: ${person}` : VIEW_OF[whose],
    how: VIEW_METHODS[how],
    said,
    whyNot,
    on: longDay(onDay),
    by,
  };
}

function adding({ file: { reference }, today }: OpenedCase): SupportForm {
  return {
    section: SECTION,
    title: 'Record views',
    lead: 'What a child or family says belongs to them. They can read it here, so write it as they said it.',
    schema: viewForm,
    action: paths.support.addView(reference),
    submit: 'Record the views',
    cancelHref: paths.support.views(reference),
    values: { onDay: today },
  };
}
