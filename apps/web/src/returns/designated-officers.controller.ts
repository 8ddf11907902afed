import { type Actor } from '@app/access';
import { DESIGNATED_OFFICERS, type DesignatedOfficers, DesignatedOfficersKept } from '@app/returns';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { type FormBody } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { several } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { RETURNS_ROLES } from './returns-roles';

const SAY = { action: 'say which designated officers there are', roles: RETURNS_ROLES } as const;
const CODES = Object.keys(DESIGNATED_OFFICERS) as (keyof DesignatedOfficers)[];

/** Which designated officers the area has: the head of the SEN2 return asks. */
@Controller()
export class DesignatedOfficersController {
  constructor(private readonly kept: DesignatedOfficersKept) {}

  @Get(paths.returns.officers)
  @Policy(SAY)
  async form(@SignedIn() officer: Actor): Promise<Page> {
    const now = await this.kept.of(officer.authority);
    return page('returns/officers', {
      field: {
        kind: 'choices',
        id: 'officers',
        name: 'officers',
        label: 'Which of these does the area have?',
        hint: 'Tick all there are. Leave all empty if there is none.',
        options: CODES.map((code) => ({
          value: code,
          text: DESIGNATED_OFFICERS[code],
          chosen: now?.[code] ?? false,
        })),
      },
    });
  }

  @Post(paths.returns.officers)
  @Policy(SAY)
  async say(@SignedIn() officer: Actor, @Body() body: FormBody): Promise<Redirect> {
    const ticked = several(body, 'officers');
    const [dmo, dco, dsco] = ['dmo', 'dco', 'dsco'].map((code) => ticked.includes(code));
    await this.kept.say(officer, { dmo: dmo === true, dco: dco === true, dsco: dsco === true });
    return redirect(paths.returns.home, { flash: 'The designated officers are written down.' });
  }
}
