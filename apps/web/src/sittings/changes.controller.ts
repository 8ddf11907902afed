import { type Actor } from '@app/access';
import { Entries, SittingRoom } from '@app/panels';
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { z } from 'zod';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { BadPayload } from '@app/casework';
import { ChangeStream } from './change-stream.service';

const SIT = { action: 'follow a sitting', roles: 'any' } as const;

const written = z.strictObject({
  field: z.string().max(81),
  value: z.union([z.string().max(8000), z.array(z.string().max(200)).max(40)]),
  seen: z.number().int().min(0),
});

/** What the screens of a sitting tell each other: that something changed, and what is typed where. */
@Controller()
export class ChangesController {
  constructor(
    private readonly room: SittingRoom,
    private readonly entries: Entries,
    private readonly stream: ChangeStream,
  ) {}

  /** A stream of events that says that something changed, never what: the screen asks for that, and is asked who it is. */
  @Get(paths.sittings.changes(':id'))
  @Policy(SIT)
  async follow(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { items } = await this.room.enter(officer, id);
    reply.hijack();
    await this.stream.follow(reply.raw, {
      sittingId: id,
      items: new Set(items.map((item) => item.id)),
      self: officer.name,
    });
  }

  @Get(paths.sittings.entries(':id', ':item'))
  @Policy(SIT)
  async read(@SignedIn() officer: Actor, @Param('id') id: string, @Param('item') itemId: string) {
    return { entries: await this.entries.of(officer, id, itemId) };
  }

  @Post(paths.sittings.entries(':id', ':item'))
  @Policy({ action: 'write in the room of a sitting', roles: 'any' })
  async write(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('item') itemId: string,
    @Body() body: unknown,
  ) {
    const read = written.safeParse(body);
    if (!read.success)
      throw new BadPayload(
        read.error.issues.map(({ path, message }) => ({ path: path.map(String), message })),
      );
    return this.entries.write(officer, { sittingId: id, itemId }, read.data);
  }
}
