import { type Actor } from '@app/access';
import { BadPayload, type EhcPlan, EhcPlans } from '@app/casework';
import { Statements } from '@app/database';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { ChildPages, type OpenedChild } from '../children/child-pages.service';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { asTypedPlan, mendFields } from './mend-fields';
import { mendTyped } from './mend-typed';
import { MEND_ROLES } from './returns-roles';

const MEND = { action: 'put a plan right', roles: MEND_ROLES, relation: 'child' } as const;

/** Puts the details of a plan right that no step of a case says, with a reason that is kept. */
@Controller()
export class MendPlanController {
  constructor(
    private readonly plans: EhcPlans,
    private readonly pages: ChildPages,
    private readonly statements: Statements,
  ) {}

  @Get(paths.returns.plan(':id'))
  @Policy(MEND)
  async form(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Page> {
    const { plan, opened } = await this.opened(officer, id);
    return this.shown(opened, plan, asTypedPlan(plan), []);
  }

  @Post(paths.returns.plan(':id'))
  @Policy(MEND)
  async mend(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const { plan, opened } = await this.opened(officer, id);
    const { change, reason, problems } = mendTyped(body, plan);
    if (problems.length) return this.shown(opened, plan, body, problems);
    try {
      await this.plans.mend(officer, id, change, reason);
    } catch (error) {
      if (error instanceof BadPayload) return this.shown(opened, plan, body, problemsFrom(error));
      throw error;
    }
    return redirect(paths.children.one(plan.childId), {
      flash: 'The plan is put right. Who did it and why is written down.',
    });
  }

  private async opened(
    officer: Actor,
    id: string,
  ): Promise<{ plan: EhcPlan; opened: OpenedChild }> {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new NotFoundException();
    const [row] = await this.statements.run<{ childId: string }>('returns.plan', CHILD_OF_PLAN, [
      officer.authority,
      id,
    ]);
    if (!row) throw new NotFoundException();
    const opened = await this.pages.open(officer, row.childId, 'putting a plan right');
    const plan = await this.plans.ofChild(officer.authority, row.childId);
    if (plan?.id !== id) throw new NotFoundException();
    return { plan, opened };
  }

  private shown(
    opened: OpenedChild,
    plan: EhcPlan,
    body: FormBody,
    problems: readonly Problem[],
  ): Page {
    const model = {
      fields: mendFields(body, problems),
      problems,
      action: paths.returns.plan(plan.id),
      cancelHref: paths.children.one(plan.childId),
      editHref: paths.children.edit(plan.childId),
    };
    return this.pages.show(opened, 'returns/mend-plan', model, {
      status: problems.length ? 422 : 200,
    });
  }
}

const CHILD_OF_PLAN = `SELECT child_id AS "childId" FROM ehc_plan WHERE authority = $1 AND id = $2`;

const DAYS = ['madeOn', 'ceasedOn', 'lastMetOn', 'lastConcludedOn', 'transferredInOn'];

function problemsFrom({ problems }: BadPayload): Problem[] {
  return problems.map(({ path, message }) => {
    const [name = ''] = path;
    return { field: DAYS.includes(name) ? `${name}-day` : name, text: message };
  });
}
