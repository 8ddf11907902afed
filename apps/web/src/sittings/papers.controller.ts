import { type Actor } from '@app/access';
import { Papers } from '@app/panels';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';

const TAKE = { action: 'take the papers of a sitting', roles: 'any' } as const;

/** The papers of a sitting as files: each made for who asks, and logged. */
@Controller()
export class PapersController {
  constructor(private readonly papers: Papers) {}

  @Get(paths.sittings.paper(':id', ':file'))
  @Policy(TAKE)
  take(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('file') file: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    return this.sent(officer, id, file, reply);
  }

  @Get(paths.sittings.agendaDownload(':id'))
  @Policy(TAKE)
  agenda(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    return this.sent(officer, id, 'agenda.csv', reply);
  }

  private async sent(
    officer: Actor,
    id: string,
    file: string,
    reply: FastifyReply,
  ): Promise<Buffer> {
    const { name, type, bytes } = await this.papers.file(officer, id, file);
    reply
      .header('content-type', type)
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${name}"`);
    return bytes;
  }
}
