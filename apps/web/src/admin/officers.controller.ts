import { type Actor } from '@app/access';
import { ROLES } from '@app/pathways';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { officerAsTyped, officerFields } from './officer-form';
import { type Officer, OfficersRepository } from './officers.repository';
import { OfficersService } from './officers.service';

const ADMIN = { action: 'look after officers', roles: ['administrator'] } as const;
const ONE = paths.admin.officer(':id');

/** Who works here and what they may do. */
@Controller()
export class OfficersController {
  constructor(
    private readonly officers: OfficersRepository,
    private readonly service: OfficersService,
  ) {}

  @Get(paths.admin.officers)
  @Policy(ADMIN)
  async list(@SignedIn() admin: Actor): Promise<Page> {
    const officers = await this.officers.all(admin.authority);
    const rows = officers.map((officer) => ({
      ...officer,
      roles: officer.roles.map((role) => ROLES[role]).join(', '),
      href: paths.admin.officer(officer.id),
    }));
    return page('admin/officers', { rows, active: officers.filter(({ active }) => active).length });
  }

  @Get(paths.admin.addOfficer)
  @Policy(ADMIN)
  add(@SignedIn() admin: Actor): Promise<Page> {
    return this.form(admin, {}, []);
  }

  @Post(paths.admin.addOfficer)
  @Policy(ADMIN)
  async create(@SignedIn() admin: Actor, @Body() body: FormBody): Promise<Page> {
    const { problems, password } = await this.service.add(admin, body);
    if (problems.length) return this.form(admin, body, problems);
    return page('admin/first-password', { name: body['name'], password, isNew: true });
  }

  @Get(ONE)
  @Policy(ADMIN)
  async show(@SignedIn() admin: Actor, @Param('id') id: string): Promise<Page> {
    const officer = await this.service.one(admin.authority, id);
    return this.form(admin, officerAsTyped(officer), [], officer);
  }

  @Post(ONE)
  @Policy(ADMIN)
  async change(
    @SignedIn() admin: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const officer = await this.service.one(admin.authority, id);
    const { problems } = await this.service.change(admin, officer, body);
    if (problems.length) return this.form(admin, body, problems, officer);
    return redirect(paths.admin.officers, { flash: 'The officer’s account is changed.' });
  }

  @Post(`${ONE}/password`)
  @Policy(ADMIN)
  async newPassword(@SignedIn() admin: Actor, @Param('id') id: string): Promise<Page> {
    const officer = await this.service.one(admin.authority, id);
    return page('admin/first-password', {
      name: officer.name,
      password: await this.service.newPassword(admin, officer),
    });
  }

  private async form(
    admin: Actor,
    typed: FormBody,
    problems: readonly Problem[],
    officer?: Officer,
  ): Promise<Page> {
    const offered = await this.service.offered(admin.authority);
    const model = {
      officer,
      isSelf: officer?.id === admin.id,
      problems,
      form: {
        action: officer ? paths.admin.officer(officer.id) : paths.admin.addOfficer,
        hidden: [],
        fields: officerFields(typed, offered, problems, !officer),
        submit: officer ? 'Save changes' : 'Add this officer',
        cancelHref: paths.admin.officers,
      },
    };
    return page('admin/officer', model, { status: problems.length ? 422 : 200 });
  }
}
