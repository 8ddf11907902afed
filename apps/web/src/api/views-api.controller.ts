import { type Actor } from '@app/access';
import { viewForm, Views } from '@app/casework';
import { Body, Controller, Get, Headers, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { Additions } from './additions.service';
import { answersIn } from './commands';
import { reads, writes } from './described';

const SEE = { action: 'see what a child and family said', roles: 'any', relation: 'case' } as const;
const PART = 'views';

/** What a child and family said, for programs. */
@ApiTags('Support')
@Controller()
export class ViewsApiController {
  constructor(
    private readonly additions: Additions,
    private readonly views: Views,
  ) {}

  @Get(paths.api.views(':reference'))
  @Policy(SEE)
  @reads('What the child and the family said, or why nothing, newest first')
  async list(@SignedIn() officer: Actor, @Param('reference') reference: string) {
    const { file } = await this.additions.see(officer, reference, PART);
    return { views: await this.views.of(officer.authority, file.id) };
  }

  @Post(paths.api.views(':reference'))
  @Policy({ ...SEE, action: 'record what a child or family said' })
  @writes('Record views that were sought', viewForm)
  async add(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ) {
    const opened = await this.additions.work(officer, reference, PART);
    const said = answersIn(viewForm, body);
    return this.additions.write(
      officer,
      opened,
      { reference, part: PART, key, said },
      async (tx) => ({
        id: await this.views.add(officer, opened, said, tx),
      }),
    );
  }
}
