import { Statements } from '@app/database';
import { Controller, Get, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';

const OPEN = {
  action: 'ask whether the server is well',
  roles: 'any',
  public: true,
  anonymous: true,
} as const;

/** For whoever watches the process: nothing about people, versions or addresses. */
@Controller()
export class HealthController {
  constructor(private readonly statements: Statements) {}

  @Get(paths.health.live)
  @Policy(OPEN)
  live(@Res({ passthrough: true }) reply: FastifyReply) {
    reply.header('cache-control', 'no-store');
    return { status: 'ok' };
  }

  /** 503 while the database cannot be reached. */
  @Get(paths.health.ready)
  @Policy(OPEN)
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    reply.header('cache-control', 'no-store');
    try {
      await this.statements.run('health', 'SELECT 1', []);
      return { status: 'ok', database: 'ok' };
    } catch {
      reply.code(503);
      return { status: 'unavailable', database: 'unreachable' };
    }
  }
}
