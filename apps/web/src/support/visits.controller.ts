import { type Actor } from '@app/access';
import {
  Measures,
  type OpenedCase,
  takesMeasures,
  visitForms,
  type VisitRow,
  Visits,
} from '@app/casework';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { type FormBody } from '../forms/form-body';
import { type Page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { contactsWords } from './contact-words';
import { changeModel } from './measure-model';
import { type SupportForm } from './support-form';
import { SupportForms } from './support-forms.service';
import { visitRow, visitTotals } from './visit-model';

const SEE = { action: 'see the visits of a case', roles: 'any', relation: 'case' } as const;
const WORK = { ...SEE, action: 'plan and record visits' } as const;
const PART = 'visits and measures';
const SECTION = 'Visits and measures';

/** Visits and sessions of a case, with what was measured beside them. */
@Controller()
export class VisitsController {
  constructor(
    private readonly forms: SupportForms,
    private readonly visits: Visits,
    private readonly measures: Measures,
  ) {}

  @Get(paths.support.visits(':reference'))
  @Policy(SEE)
  async list(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    const opened = await this.forms.see(officer, reference, PART);
    const { id } = opened.file;
    const [rows, measures] = await Promise.all([
      this.visits.of(officer.authority, id),
      this.measures.of(officer.authority, id),
    ]);
    const mayWork = this.forms.mayWork(officer, opened);
    const inState = (state: VisitRow['state']) =>
      rows.filter((row) => row.state === state).map((row) => visitRow(row, reference, mayWork));
    return this.forms.show(opened, SECTION, 'visits', {
      planned: inState('planned'),
      done: inState('done'),
      cancelled: inState('cancelled'),
      totals: visitTotals(rows),
      contacts: contactsWords(opened, rows),
      change: changeModel(measures),
      addHref: mayWork ? paths.support.addVisit(reference) : undefined,
      measure: this.forms.mayWork(officer, opened, takesMeasures(opened.file))
        ? {
            href: paths.support.addMeasure(reference),
            words: opened.file.open ? 'Record a measure' : 'Record the follow-up',
          }
        : undefined,
    });
  }

  @Get(paths.support.addVisit(':reference'))
  @Policy(WORK)
  async blank(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    const opened = await this.forms.work(officer, reference, PART);
    return this.forms.blank(opened, adding(opened));
  }

  @Post(paths.support.addVisit(':reference'))
  @Policy(WORK)
  async add(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const opened = await this.forms.work(officer, reference, PART);
    return this.forms.sent(opened, adding(opened), body, async (details) => {
      await this.visits.add(officer, opened, details);
      return redirect(paths.support.visits(reference), {
        flash: details['state'] === 'planned' ? 'The visit is planned.' : 'The visit is recorded.',
      });
    });
  }

  @Get(paths.support.visit(':reference', ':id'))
  @Policy(WORK)
  async planned(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Param('id') id: string,
  ): Promise<Page> {
    const opened = await this.forms.work(officer, reference, PART);
    return this.forms.blank(opened, recording(opened, await this.mustFind(officer, opened, id)));
  }

  @Post(paths.support.visit(':reference', ':id'))
  @Policy(WORK)
  async record(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const opened = await this.forms.work(officer, reference, PART);
    const form = recording(opened, await this.mustFind(officer, opened, id));
    return this.forms.sent(opened, form, body, async (details) => {
      await this.visits.record(officer, opened, id, details);
      return redirect(paths.support.visits(reference), { flash: 'The visit is recorded.' });
    });
  }

  private async mustFind(officer: Actor, { file }: OpenedCase, id: string): Promise<VisitRow> {
    const visit = await this.visits.find(officer.authority, file.id, id);
    if (!visit) throw new NotFoundException();
    return visit;
  }
}

function adding({ file: { reference } }: OpenedCase): SupportForm {
  return {
    section: SECTION,
    title: 'Plan or record a visit',
    schema: visitForms.add,
    action: paths.support.addVisit(reference),
    submit: 'Save the visit',
    cancelHref: paths.support.visits(reference),
  };
}

function recording({ file: { reference } }: OpenedCase, visit: VisitRow): SupportForm {
  const { id, kind, onDay, place, minutes, note } = visit;
  return {
    section: SECTION,
    title: 'Record what came of the visit',
    schema: visitForms.record,
    action: paths.support.visit(reference, id),
    submit: 'Record the visit',
    cancelHref: paths.support.visits(reference),
    values: { kind, onDay, place, minutes, note },
  };
}
