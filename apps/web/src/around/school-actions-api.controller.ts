import { type Actor } from '@app/access';
import { actionForms } from '@app/casework';
import { SchoolActions } from '@app/panels';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { answersIn, bodyOf, tellAction } from '../api/commands';
import { documented } from '../api/documented';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';

const SEE = { action: 'see actions for schools', roles: 'any' } as const;
const SAY = { action: 'say how an action for a school stands', roles: 'any' } as const;

/** What panels agreed with schools, for programs. */
@ApiTags('Panels')
@Controller()
export class SchoolActionsApiController {
  constructor(private readonly actions: SchoolActions) {}

  @Get(paths.api.schoolActions)
  @Policy(SEE)
  @ApiOperation({ summary: 'What is still to be done or checked for schools' })
  @ApiResponse({ status: 200, description: 'As it stands' })
  async list(@SignedIn() officer: Actor) {
    return { actions: await this.actions.list(officer) };
  }

  @Post(paths.api.schoolActionEvents(':id'))
  @Policy(SAY)
  @ApiOperation({ summary: 'Record what became of an action for a school' })
  @ApiParam({ name: 'id', description: 'The action' })
  @ApiHeader(documented.token)
  @ApiBody({ schema: documented.of(tellAction) })
  @ApiResponse({ status: 201, description: 'Recorded: its state now' })
  @ApiResponse(documented.refused)
  async tell(@SignedIn() officer: Actor, @Param('id') id: string, @Body() body: unknown) {
    const { type, payload } = bodyOf(tellAction, body);
    const typed = answersIn(actionForms[type], payload);
    return { id, state: await this.actions.tell(officer, id, { type, typed }) };
  }
}
