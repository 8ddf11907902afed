import { AccessDenied, type Actor } from '@app/access';
import {
  mayApprove,
  type OpenedCase,
  planForms,
  Plans,
  type PlanVersion,
  reviewForm,
  VersionConflict,
} from '@app/casework';
import {
  Body,
  Controller,
  Get,
  Headers,
  NotFoundException,
  Param,
  Post,
  Put,
} from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { Additions } from './additions.service';
import { answersIn, approval, bodyOf, nextPlan } from './commands';
import { documented } from './documented';
import { reads, writes } from './described';

const SEE = { action: 'see the plan of a case', roles: 'any', relation: 'case' } as const;
const WORK = { ...SEE, action: 'write and review a plan' } as const;
const PART = 'plan';
const ANY_OUTCOME = reviewForm([
  {
    outcome: 'The first outcome of the plan; the second is outcome2',
    measure: '',
    baseline: '',
    target: '',
    byWhen: '',
    who: '',
    status: 'under_way',
  },
]);

/** The plan of a case, version by version, for programs. */
@ApiTags('Support')
@Controller()
export class PlanApiController {
  constructor(
    private readonly additions: Additions,
    private readonly plans: Plans,
  ) {}

  @Get(paths.api.plan(':reference'))
  @Policy(SEE)
  @reads('The plan, every version of it, newest first, and what reviews have found')
  async show(@SignedIn() officer: Actor, @Param('reference') reference: string) {
    const { file } = await this.additions.see(officer, reference, PART);
    const [versions, reviews] = await Promise.all([
      this.plans.versions(officer.authority, file.id),
      this.plans.reviews(officer.authority, file.id),
    ]);
    return { plan: versions[0] ?? null, versions, reviews };
  }

  @Put(paths.api.plan(':reference'))
  @Policy(WORK)
  @writes('Write the next version of the plan; the version before stays as it was', nextPlan)
  @ApiResponse(documented.conflict)
  async write(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ) {
    const opened = await this.additions.work(officer, reference, PART);
    const { expectedVersion: last, plan } = bodyOf(nextPlan, body);
    const said = answersIn(last ? planForms.next : planForms.first, plan);
    const sent = { reference, part: PART, key, said: { last, said } };
    return this.additions.write(officer, opened, sent, async (tx) => {
      refuseOvertaken(await this.current(officer, opened), last);
      await this.plans.write(officer, opened, last, said, tx);
      return { version: last + 1 };
    });
  }

  @Post(paths.api.planReviews(':reference'))
  @Policy(WORK)
  @writes('Record what a review found about the outcomes of the plan', ANY_OUTCOME)
  async review(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ) {
    const opened = await this.additions.work(officer, reference, PART);
    const plan = await this.current(officer, opened);
    if (!plan) throw new NotFoundException();
    const said = answersIn(reviewForm(plan.outcomes), body);
    const sent = { reference, part: 'reviews of the plan', key, said };
    return this.additions.write(officer, opened, sent, async (tx) => {
      await this.plans.review(officer, opened, plan, said, tx);
      return { version: plan.version };
    });
  }

  @Post(paths.api.planApproval(':reference'))
  @Policy({ ...WORK, action: 'approve a plan' })
  @writes('Approve a version of the plan that somebody else wrote', approval)
  @ApiResponse(documented.conflict)
  async approve(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ) {
    const opened = await this.additions.work(officer, reference, PART);
    const said = bodyOf(approval, body);
    const sent = { reference, part: 'approval of the plan', key, said };
    return this.additions.write(officer, opened, sent, async () => {
      const plan = await this.current(officer, opened);
      if (!plan) throw new NotFoundException();
      refuseOvertaken(plan, said.version);
      if (!mayApprove(officer, plan)) throw new AccessDenied('approve this plan');
      await this.plans.approve(officer, opened.file.id, said.version);
      return said;
    });
  }

  private async current({ authority }: Actor, { file }: OpenedCase) {
    const [plan] = await this.plans.versions(authority, file.id);
    return plan;
  }
}

/** @throws VersionConflict when somebody has written another version since */
function refuseOvertaken(current: PlanVersion | undefined, read: number): void {
  if (!current || current.version === read) return;
  throw new VersionConflict(current.author, current.writtenAt, current.version, '');
}
