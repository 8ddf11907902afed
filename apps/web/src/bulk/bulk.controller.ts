import { type Actor } from '@app/access';
import { type Role } from '@app/pathways';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { type FormBody } from '../forms/form-body';
import { type Page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { bulkAsked } from './bulk-asked';
import { BulkForms } from './bulk-form.service';
import { BulkRuns } from './bulk-run.service';

const WORKERS: readonly Role[] = [
  'y6_worker',
  'transition_lead',
  'ehc_officer',
  'saso',
  'send_manager',
  'panel_coordinator',
  'panel_chair',
];
const SEVERAL = {
  action: 'record a step on several cases',
  roles: WORKERS,
  relation: 'case',
} as const;

/** The same step for several cases: fill in, look at each, do it, see what became of each. */
@Controller()
export class BulkController {
  constructor(
    private readonly forms: BulkForms,
    private readonly runs: BulkRuns,
  ) {}

  @Post(paths.bulk.form)
  @HttpCode(200)
  @Policy(SEVERAL)
  form(@SignedIn() officer: Actor, @Body() body: FormBody): Promise<Page> {
    return this.forms.formPage(officer, bulkAsked(body), { body });
  }

  @Post(paths.bulk.check)
  @HttpCode(200)
  @Policy(SEVERAL)
  check(@SignedIn() officer: Actor, @Body() body: FormBody): Promise<Page> {
    return this.runs.check(officer, body);
  }

  @Post(paths.bulk.run)
  @HttpCode(200)
  @Policy(SEVERAL)
  run(@SignedIn() officer: Actor, @Body() body: FormBody): Promise<Page> {
    return this.runs.run(officer, body);
  }
}
