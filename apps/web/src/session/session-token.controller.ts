import { Controller, Get, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { formToken } from './tokens';

/** Who a program is signed in as, and the token that its commands must carry. */
@ApiTags('Session')
@Controller()
export class SessionTokenController {
  @Get(paths.api.session)
  @Policy({ action: 'see who I am', roles: 'any' })
  @ApiOperation({
    summary: 'Who you are signed in as, and the x-csrf-token that commands must carry',
  })
  @ApiOkResponse({
    schema: {
      type: 'object',
      required: ['name', 'roles', 'authority', 'csrfToken'],
      properties: {
        name: { type: 'string' },
        authority: { type: 'string' },
        roles: { type: 'array', items: { type: 'string' } },
        csrfToken: { type: 'string' },
      },
    },
  })
  show(@Req() { session, formSecret }: FastifyRequest) {
    const { name, roles, authority } = session?.actor ?? { name: '', roles: [], authority: '' };
    return { name, roles, authority, csrfToken: formToken(formSecret) };
  }
}
