import { AccessLog, type Actor } from '@app/access';
import { CaseStanding, UndoService } from '@app/casework';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { bodyOf, takeBack } from './commands';
import { documented } from './documented';

const TAKE_BACK = { action: 'take the last step back', roles: 'any', relation: 'case' } as const;

/** The last step of a case, taken back: what it would do, and doing it. */
@ApiTags('Cases')
@Controller()
export class UndoApiController {
  constructor(
    private readonly steps: UndoService,
    private readonly standing: CaseStanding,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.api.undo(':reference'))
  @Policy(TAKE_BACK)
  @ApiOperation({ summary: 'What taking the last step back would do' })
  @ApiParam(documented.reference)
  @ApiResponse({
    status: 200,
    description: 'State, clocks, place, tasks, messages, and who was told',
  })
  async preview(@SignedIn() officer: Actor, @Param('reference') reference: string) {
    const { subject, relation } = await this.standing.of(officer, reference);
    await this.log.looked(officer, {
      action: 'case.viewed',
      caseId: subject.id,
      childId: subject.childId,
      page: 'api',
      relation,
    });
    return this.steps.preview(officer, reference);
  }

  @Post(paths.api.undo(':reference'))
  @Policy(TAKE_BACK)
  @ApiOperation({ summary: 'Take the last step back' })
  @ApiParam(documented.reference)
  @ApiHeader(documented.token)
  @ApiBody({ schema: documented.of(takeBack) })
  @ApiResponse({ status: 201, description: 'Taken back: those who had been told' })
  @ApiResponse(documented.conflict)
  @ApiResponse(documented.refused)
  async undo(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Body() body: unknown,
  ) {
    return { told: await this.steps.undo(officer, reference, bodyOf(takeBack, body)) };
  }
}
