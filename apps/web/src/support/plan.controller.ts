import { type Actor } from '@app/access';
import {
  Actions,
  mayApprove,
  type OpenedCase,
  planForms,
  Plans,
  type PlanVersion,
  reviewForm,
} from '@app/casework';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { type FormBody } from '../forms/form-body';
import { type Page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { actionRow } from './action-model';
import { planModel, versionLinks } from './plan-model';
import { type SupportForm } from './support-form';
import { SupportForms } from './support-forms.service';

const SEE = { action: 'see the plan of a case', roles: 'any', relation: 'case' } as const;
const WORK = { ...SEE, action: 'write and review a plan' } as const;
const PART = 'plan';
const SECTION = 'Plan';

/** The plan of a case: needs, strengths, outcomes, their reviews, and every version of it. */
@Controller()
export class PlanController {
  constructor(
    private readonly forms: SupportForms,
    private readonly plans: Plans,
    private readonly actions: Actions,
  ) {}

  @Get(paths.support.plan(':reference'))
  @Policy(SEE)
  async show(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    const opened = await this.forms.see(officer, reference, PART);
    const { versions, reviews } = await this.read(officer, opened);
    const actions = await this.actions.of(officer.authority, opened.file.id);
    const [plan] = versions;
    const mayWork = this.forms.mayWork(officer, opened);
    return this.forms.show(opened, SECTION, 'plan', {
      plan: plan && planModel(plan, reviews),
      versions: versionLinks(versions, reference),
      actions: actions
        .filter(({ source }) => source === 'plan')
        .map((action) => actionRow(action, opened)),
      addActionHref: mayWork ? `${paths.support.addAction(reference)}?for=plan` : undefined,
      changeHref: mayWork ? paths.support.changePlan(reference) : undefined,
      reviewHref: mayWork && plan ? paths.support.reviewPlan(reference) : undefined,
      approveHref:
        mayWork && plan && mayApprove(officer, plan)
          ? paths.support.approvePlan(reference)
          : undefined,
    });
  }

  @Get(paths.support.planVersion(':reference', ':version'))
  @Policy(SEE)
  async version(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Param('version') version: string,
  ): Promise<Page> {
    const opened = await this.forms.see(officer, reference, PART);
    const { versions, reviews } = await this.read(officer, opened);
    const plan = versions.find((it) => String(it.version) === version);
    if (!plan) throw new NotFoundException();
    return this.forms.show(opened, SECTION, 'plan', {
      plan: planModel(plan, reviews),
      versions: versionLinks(versions, reference),
      currentHref: plan === versions[0] ? undefined : paths.support.plan(reference),
    });
  }

  @Get(paths.support.changePlan(':reference'))
  @Policy(WORK)
  async blank(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    const opened = await this.forms.work(officer, reference, PART);
    const { versions } = await this.read(officer, opened);
    return this.forms.blank(opened, writing(opened, versions[0]));
  }

  @Post(paths.support.changePlan(':reference'))
  @Policy(WORK)
  async write(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const opened = await this.forms.work(officer, reference, PART);
    const { versions } = await this.read(officer, opened);
    const read = versionIn(body, 'lastVersion');
    return this.forms.sent(opened, writing(opened, versions[0]), body, async (details) => {
      await this.plans.write(officer, opened, read, details);
      return redirect(paths.support.plan(reference), { flash: 'The plan is saved.' });
    });
  }

  @Post(paths.support.approvePlan(':reference'))
  @Policy({ ...WORK, action: 'approve a plan' })
  async approve(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Body() body: FormBody,
  ): Promise<Redirect> {
    const opened = await this.forms.work(officer, reference, PART);
    const version = versionIn(body, 'version');
    const isApproved = await this.plans.approve(officer, opened.file.id, version);
    const flash = isApproved
      ? 'The plan is approved.'
      : ({
          kind: 'notice',
          text: 'Nothing was approved. The plan has changed, it needs no approval, or it is yours: somebody else approves it.',
        } as const);
    return redirect(paths.support.plan(reference), { flash });
  }

  @Get(paths.support.reviewPlan(':reference'))
  @Policy(WORK)
  async toReview(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    const opened = await this.forms.work(officer, reference, PART);
    return this.forms.blank(opened, reviewing(opened, await this.mustHave(officer, opened)));
  }

  @Post(paths.support.reviewPlan(':reference'))
  @Policy(WORK)
  async review(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const opened = await this.forms.work(officer, reference, PART);
    const plan = await this.mustHave(officer, opened);
    return this.forms.sent(opened, reviewing(opened, plan), body, async (typed) => {
      await this.plans.review(officer, opened, plan, typed);
      return redirect(paths.support.plan(reference), { flash: 'The review is recorded.' });
    });
  }

  private async read({ authority }: Actor, { file: { id } }: OpenedCase) {
    const [versions, reviews] = await Promise.all([
      this.plans.versions(authority, id),
      this.plans.reviews(authority, id),
    ]);
    return { versions, reviews };
  }

  private async mustHave(officer: Actor, opened: OpenedCase): Promise<PlanVersion> {
    const [plan] = (await this.read(officer, opened)).versions;
    if (!plan) throw new NotFoundException();
    return plan;
  }
}

function versionIn(body: FormBody, name: string): number {
  const text = one(body, name) ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
}

function writing({ file: { reference } }: OpenedCase, last: PlanVersion | undefined): SupportForm {
  return {
    section: SECTION,
    title: last ? 'Write the next version of the plan' : 'Write the plan',
    lead: 'Say it so that the child and the family can read it. The version before is kept as it was.',
    schema: last ? planForms.next : planForms.first,
    action: paths.support.changePlan(reference),
    submit: 'Save the plan',
    cancelHref: paths.support.plan(reference),
    hidden: [{ name: 'lastVersion', value: String(last?.version ?? 0) }],
    ...(last && { values: { ...last, newCycle: false } }),
  };
}

function reviewing({ file: { reference }, today }: OpenedCase, plan: PlanVersion): SupportForm {
  return {
    section: SECTION,
    title: 'Review the outcomes',
    lead: `Cycle ${plan.cycle}. Leave out what you did not review.`,
    schema: reviewForm(plan.outcomes),
    action: paths.support.reviewPlan(reference),
    submit: 'Record the review',
    cancelHref: paths.support.plan(reference),
    values: { reviewedOn: today },
  };
}
