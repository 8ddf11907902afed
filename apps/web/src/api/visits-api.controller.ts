import { type Actor } from '@app/access';
import { visitForms, Visits } from '@app/casework';
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
import { ApiTags } from '@nestjs/swagger';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { Additions } from './additions.service';
import { answersIn } from './commands';
import { reads, writes } from './described';

const SEE = { action: 'see the visits of a case', roles: 'any', relation: 'case' } as const;
const WORK = { ...SEE, action: 'plan and record visits' } as const;
const PART = 'visits';

/** Visits and sessions of a case, for programs. */
@ApiTags('Support')
@Controller()
export class VisitsApiController {
  constructor(
    private readonly additions: Additions,
    private readonly visits: Visits,
  ) {}

  @Get(paths.api.visits(':reference'))
  @Policy(SEE)
  @reads('Visits and sessions: the next that is planned first, then the latest that was held')
  async list(@SignedIn() officer: Actor, @Param('reference') reference: string) {
    const { file } = await this.additions.see(officer, reference, PART);
    return { visits: await this.visits.of(officer.authority, file.id) };
  }

  @Post(paths.api.visits(':reference'))
  @Policy(WORK)
  @writes('Plan a visit, or record one that took place', visitForms.add)
  async add(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ) {
    const opened = await this.additions.work(officer, reference, PART);
    const said = answersIn(visitForms.add, body);
    return this.additions.write(
      officer,
      opened,
      { reference, part: PART, key, said },
      async (tx) => ({
        id: await this.visits.add(officer, opened, said, tx),
      }),
    );
  }

  @Put(paths.api.visit(':reference', ':id'))
  @Policy(WORK)
  @writes('Record what came of a planned visit, once', visitForms.record)
  async record(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ) {
    const opened = await this.additions.work(officer, reference, PART);
    const visit = await this.visits.find(officer.authority, opened.file.id, id);
    if (!visit) throw new NotFoundException();
    const said = answersIn(visitForms.record, body);
    const sent = { reference, part: `${PART} ${id}`, key, said };
    return this.additions.write(officer, opened, sent, async (tx) => {
      await this.visits.record(officer, opened, id, said, tx);
      return { id, state: said.state };
    });
  }
}
