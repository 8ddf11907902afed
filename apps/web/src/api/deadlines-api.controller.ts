import { AccessLog, type Actor } from '@app/access';
import { CaseNotFound, CaseReader } from '@app/casework';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { deadlineAnswer } from './deadline-answer';
import { readDeadlineId } from './deadline-id';
import { deadlineSchema } from './deadline-schema';

/** Every date explained, for programs. */
@ApiTags('Cases')
@Controller()
export class DeadlinesApiController {
  constructor(
    private readonly reader: CaseReader,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.api.whyDeadline(':id'))
  @Policy({ action: 'see why a date is what it is', roles: 'any', relation: 'case' })
  @ApiOperation({
    summary: 'Why a date is what it is: rule, facts, sum, exceptions and what hangs on it',
    description:
      'The id is the case reference, the code of the clock and which run of it this is, joined by dots; where several run at once, also what it is about: EHC-26-00012.w20.1, EHC-26-00012.advice_due.1.ep. GET /api/cases/{reference} gives the id of each clock. It names no person.',
  })
  @ApiParam({ name: 'id', example: 'EHC-26-00012.w20.1' })
  @ApiResponse({ status: 200, description: 'The date explained', schema: deadlineSchema })
  @ApiResponse({ status: 404, description: 'There is no such date for you' })
  async why(@SignedIn() officer: Actor, @Param('id') id: string) {
    const asked = readDeadlineId(id);
    if (!asked) throw new CaseNotFound(id);
    const opened = await this.reader.open(officer, asked.reference);
    const why = await this.reader.why(officer, opened, asked);
    if (!why) throw new CaseNotFound(id);
    const { id: caseId, childId } = opened.file;
    await this.log.looked(officer, {
      action: 'case.viewed',
      caseId,
      childId,
      page: 'api, why this date',
      relation: opened.relation,
    });
    return deadlineAnswer(opened, why);
  }
}
