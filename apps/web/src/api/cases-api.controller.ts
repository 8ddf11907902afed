import { AccessLog, type Actor } from '@app/access';
import { CaseStanding, CaseworkService } from '@app/casework';
import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { caseAnswer, recordedAnswer } from './answers';
import { bodyOf, commandKey, openCase, recordEvent } from './commands';
import { documented } from './documented';

/** The same commands as the pages, for programs: the same door, the same rules, the same words. */
@ApiTags('Cases')
@Controller()
export class CasesApiController {
  constructor(
    private readonly casework: CaseworkService,
    private readonly standing: CaseStanding,
    private readonly log: AccessLog,
  ) {}

  @Post(paths.api.cases)
  @HttpCode(201)
  @Policy({ action: 'open a case', roles: 'any' })
  @ApiOperation({ summary: 'Open a case for a child' })
  @ApiHeader(documented.key)
  @ApiHeader(documented.token)
  @ApiBody({ schema: documented.of(openCase) })
  @ApiResponse({ status: 201, description: 'Opened', schema: documented.recorded })
  @ApiResponse(documented.refused)
  async open(
    @SignedIn() officer: Actor,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ) {
    const command = bodyOf(openCase, body);
    return recordedAnswer(
      await this.casework.open(officer, { ...command, commandKey: commandKey(officer, key) }),
    );
  }

  @Get(paths.api.case(':reference'))
  @Policy({ action: 'open a case', roles: 'any', relation: 'case' })
  @ApiOperation({ summary: 'Where a case stands, its dates, and what can be recorded now' })
  @ApiParam(documented.reference)
  @ApiResponse({ status: 200, description: 'The case' })
  @ApiResponse({ status: 404, description: 'There is no such case for you' })
  async show(@SignedIn() officer: Actor, @Param('reference') reference: string) {
    const found = await this.standing.of(officer, reference);
    const { id: caseId, childId } = found.subject;
    await this.log.looked(officer, {
      action: 'case.viewed',
      caseId,
      childId,
      page: 'api',
      relation: found.relation,
    });
    return caseAnswer(found);
  }

  @Post(paths.api.events(':reference'))
  @HttpCode(201)
  @Policy({ action: 'record what happened', roles: 'any', relation: 'case' })
  @ApiOperation({ summary: 'Record what happened to a case' })
  @ApiParam(documented.reference)
  @ApiHeader(documented.key)
  @ApiHeader(documented.token)
  @ApiBody({ schema: documented.of(recordEvent) })
  @ApiResponse({ status: 201, description: 'Recorded', schema: documented.recorded })
  @ApiResponse(documented.conflict)
  @ApiResponse(documented.refused)
  async record(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ) {
    const command = bodyOf(recordEvent, body);
    return recordedAnswer(
      await this.casework.record(officer, reference, {
        ...command,
        commandKey: commandKey(officer, key),
      }),
    );
  }
}
