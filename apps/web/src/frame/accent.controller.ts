import { Controller, Get, Inject, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { type Config } from '../config';
import { CONFIG } from '../config.token';
import { Policy } from '../policy/policy.decorator';
import { tintOf } from './contrast';

/** The council's one colour, as a style sheet of its own: nothing is ever styled inline. */
@Controller()
export class AccentController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get('accent.css')
  @Policy({ action: 'fetch the colour', roles: 'any', public: true, anonymous: true })
  show(@Res({ passthrough: true }) reply: FastifyReply): string {
    const { accent } = this.config;
    reply
      .header('content-type', 'text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=600');
    return `:root{--cw-accent:${accent};--cw-accent-tint:${tintOf(accent)}}`;
  }
}
