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

/** What the worker counted last: every open case stands in one queue of work, so `inNobodysWork` is 0. */
interface CountedCases {
  readonly [column: string]: unknown;
  readonly countedOn: string;
  readonly open: number;
  readonly inNobodysWork: number;
}

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
      const [counted] = await this.statements.run<CountedCases>('health', COUNTED, []);
      return { status: 'ok', database: 'ok', ...(counted && { cases: counted }) };
    } catch {
      reply.code(503);
      return { status: 'unavailable', database: 'unreachable' };
    }
  }
}

const COUNTED = `
SELECT day AS "countedOn", (result->>'open')::int AS open, (result->>'stray')::int AS "inNobodysWork"
FROM daily_tick WHERE name = 'queues' ORDER BY day DESC LIMIT 1`;
