import { type Actor } from '@app/access';
import { measureForm, Measures, type OpenedCase, takesMeasures } from '@app/casework';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type FormBody } from '../forms/form-body';
import { type Page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { type SupportForm } from './support-form';
import { SupportForms } from './support-forms.service';

const WORK = { action: 'record measures', roles: 'any', relation: 'case' } as const;
const PART = 'visits and measures';

/** Adding a measure; the table of change stands with the visits. */
@Controller()
export class MeasuresController {
  constructor(
    private readonly forms: SupportForms,
    private readonly measures: Measures,
  ) {}

  @Get(paths.support.addMeasure(':reference'))
  @Policy(WORK)
  async blank(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    const opened = await this.forms.work(officer, reference, PART);
    return this.forms.blank(opened, adding(opened));
  }

  @Post(paths.support.addMeasure(':reference'))
  @Policy(WORK)
  async add(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const opened = await this.forms.work(officer, reference, PART);
    return this.forms.sent(opened, adding(opened), body, async (details) => {
      await this.measures.add(officer, opened, details);
      return redirect(paths.support.visits(reference), { flash: 'The measure is recorded.' });
    });
  }
}

function adding({ file }: OpenedCase): SupportForm {
  const { reference, open } = file;
  return {
    section: 'Visits and measures',
    title: open ? 'Record a measure' : 'Record the follow-up',
    lead: open
      ? 'The same measure, answered by the same person, shows what has changed.'
      : 'The case has ended. The same measure, answered by the same person, shows whether the change has held.',
    schema: measureForm,
    values: open ? {} : { point: 'follow_up' },
    whenEnded: takesMeasures(file),
    action: paths.support.addMeasure(reference),
    submit: open ? 'Record the measure' : 'Record the follow-up',
    cancelHref: paths.support.visits(reference),
  };
}
