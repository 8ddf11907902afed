import { AccessLog, type Actor } from '@app/access';
import { Calendars } from '@app/casework';
import { BadDetails, CouncilClosures } from '@app/people';
import { plainDay } from '@app/statutory-calendar';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { readDays } from './terms-text';

const ADMIN = { action: 'keep the council’s closure days', roles: ['administrator'] } as const;

/** The days on which the council is closed beside weekends and bank holidays. */
@Controller()
export class ClosuresController {
  constructor(
    private readonly closures: CouncilClosures,
    private readonly counting: Calendars,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.admin.closures)
  @Policy(ADMIN)
  async show(@SignedIn() admin: Actor): Promise<Page> {
    return form((await this.closures.list(admin)).map(plainDay).join('\n'));
  }

  @Post(paths.admin.closures)
  @Policy(ADMIN)
  async save(@SignedIn() admin: Actor, @Body() body: FormBody): Promise<Page | Redirect> {
    const typed = one(body, 'closures') ?? '';
    const { days, problems } = readDays('closures', typed);
    if (problems.length) return form(typed, problems);
    try {
      await this.closures.save(admin, days);
    } catch (error) {
      if (!(error instanceof BadDetails)) throw error;
      return form(
        typed,
        error.problems.map(({ message }) => ({ field: 'closures', text: message })),
      );
    }
    this.counting.forget();
    await this.log.looked(admin, { action: 'kept closure days', page: paths.admin.closures });
    return redirect(paths.admin.calendars, {
      flash: 'The closure days are saved. Dates worked out from now on use them.',
    });
  }
}

function form(closures: string, problems: readonly Problem[] = []): Page {
  const model = { closures, problems, problem: problems[0]?.text };
  return page('admin/closures', model, { status: problems.length ? 422 : 200 });
}
