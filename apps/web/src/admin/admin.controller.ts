import { type Actor } from '@app/access';
import { SchoolCalendars } from '@app/people';
import { Clock } from '@app/statutory-calendar';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { type FormBody } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { OfficersRepository } from './officers.repository';
import { TeamsRepository } from './teams.repository';
import { termsWarnings } from './terms-warning';

const ADMIN = { action: 'look after this installation', roles: ['administrator'] } as const;

/** The administrator's first page, and the teams. */
@Controller()
export class AdminController {
  constructor(
    private readonly officers: OfficersRepository,
    private readonly teams: TeamsRepository,
    private readonly calendars: SchoolCalendars,
    private readonly clock: Clock,
  ) {}

  @Get(paths.admin.home)
  @Policy(ADMIN)
  async home(@SignedIn() admin: Actor): Promise<Page> {
    const officers = await this.officers.all(admin.authority);
    const calendars = await this.calendars.list(admin);
    return page('admin/home', {
      officers: officers.filter(({ active }) => active).length,
      teams: (await this.teams.all(admin.authority)).length,
      calendars: calendars.length,
      warnings: termsWarnings(calendars, this.clock.today()),
    });
  }

  @Get(paths.admin.teams)
  @Policy(ADMIN)
  async list(@SignedIn() { authority }: Actor): Promise<Page> {
    return this.teamsPage(authority, '');
  }

  @Post(paths.admin.teams)
  @Policy(ADMIN)
  async add(@SignedIn() { authority }: Actor, @Body() body: FormBody): Promise<Page | Redirect> {
    const name = one(body, 'name') ?? '';
    if (!name) return this.teamsPage(authority, name, 'Enter the name of the team');
    if (name.length > 80)
      return this.teamsPage(authority, name, 'Name must be 80 characters or fewer');
    if (!(await this.teams.add(authority, name)))
      return this.teamsPage(authority, name, 'There is a team of this name already');
    return redirect(paths.admin.teams, { flash: 'The team is added.' });
  }

  private async teamsPage(authority: string, name: string, problem?: string): Promise<Page> {
    const problems = problem ? [{ field: 'name', text: problem }] : [];
    const rows = await this.teams.all(authority);
    return page('admin/teams', { rows, name, problem, problems }, { status: problem ? 422 : 200 });
  }
}
