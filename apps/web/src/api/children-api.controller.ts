import { type Actor } from '@app/access';
import { Children } from '@app/people';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { documented } from './documented';
import { EDITORS } from './editors';

/** Children, for programs. */
@ApiTags('Children')
@Controller()
export class ChildrenApiController {
  constructor(private readonly children: Children) {}

  @Post(paths.api.children)
  @HttpCode(201)
  @Policy({ action: 'add a child', roles: EDITORS })
  @ApiOperation({ summary: 'Add a child; the answer is the id that a case is opened with' })
  @ApiHeader(documented.token)
  @ApiResponse({
    status: 201,
    description: 'Added',
    schema: { type: 'object', properties: { childId: { type: 'string', format: 'uuid' } } },
  })
  @ApiResponse(documented.refused)
  async add(@SignedIn() officer: Actor, @Body() body: Record<string, unknown>) {
    const { childId } = await this.children.add(officer, body ?? {});
    return { childId };
  }
}
