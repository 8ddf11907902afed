import { type Actor } from '@app/access';
import { PaperLinks } from '@app/panels';
import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';

const TAKE = { action: 'take the papers of a sitting', roles: 'any' } as const;

/** The papers of a sitting as files: each behind a link of its own that ends by itself, made for who asks, and logged. */
@Controller()
export class PapersController {
  constructor(private readonly links: PaperLinks) {}

  @Post(paths.sittings.paper(':id', ':file'))
  @Policy(TAKE)
  async ask(
    @SignedIn() officer: Actor,
    @Param('id') sittingId: string,
    @Param('file') file: string,
  ): Promise<Redirect> {
    const { id } = await this.links.make(officer, { sittingId, file });
    return redirect(paths.sittings.paperLink(id));
  }

  @Post(paths.sittings.itemPaper(':id', ':item', ':file'))
  @Policy(TAKE)
  async askItem(
    @SignedIn() officer: Actor,
    @Param('id') sittingId: string,
    @Param('item') itemId: string,
    @Param('file') file: string,
  ): Promise<Redirect> {
    const { id } = await this.links.make(officer, { sittingId, itemId, file });
    return redirect(paths.sittings.paperLink(id));
  }

  @Get(paths.sittings.paperLink(':link'))
  @Policy(TAKE)
  async take(
    @SignedIn() officer: Actor,
    @Param('link') link: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { name, type, bytes } = await this.links.take(officer, link);
    reply
      .header('content-type', type)
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${name}"`);
    return bytes;
  }
}
