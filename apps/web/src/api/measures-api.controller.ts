import { type Actor } from '@app/access';
import { changeTable, measureForm, Measures, takesMeasures } from '@app/casework';
import { Body, Controller, Get, Headers, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { Additions } from './additions.service';
import { answersIn } from './commands';
import { reads, writes } from './described';

const SEE = { action: 'see the measures of a case', roles: 'any', relation: 'case' } as const;
const PART = 'measures';

/** What was measured at baseline, mid, exit and follow-up, for programs. */
@ApiTags('Support')
@Controller()
export class MeasuresApiController {
  constructor(
    private readonly additions: Additions,
    private readonly measures: Measures,
  ) {}

  @Get(paths.api.measures(':reference'))
  @Policy(SEE)
  @reads('What was measured, newest first, and how far each value has moved since the baseline')
  async list(@SignedIn() officer: Actor, @Param('reference') reference: string) {
    const { file } = await this.additions.see(officer, reference, PART);
    const measures = await this.measures.of(officer.authority, file.id);
    return { measures, change: changeTable(measures) };
  }

  @Post(paths.api.measures(':reference'))
  @Policy({ ...SEE, action: 'record measures' })
  @writes('Record a measure', measureForm)
  async add(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ) {
    const opened = await this.additions.work(officer, reference, PART);
    const said = answersIn(measureForm, body);
    return this.additions.write(
      officer,
      opened,
      { reference, part: PART, key, said, whenEnded: takesMeasures(opened.file) },
      async (tx) => ({
        id: await this.measures.add(officer, opened, said, tx),
      }),
    );
  }
}
