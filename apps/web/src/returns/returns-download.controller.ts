import { AccessLog, type Actor } from '@app/access';
import { AnnexA, collectionOf, collectionOn, Sen2Returns } from '@app/returns';
import { Clock } from '@app/statutory-calendar';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { strToU8, zipSync } from 'fflate';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { RETURNS_ROLES } from './returns-roles';

const TAKE = { action: 'download a return', roles: RETURNS_ROLES } as const;
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The files themselves. They hold everybody's details: who took one is written down before it is made. */
@Controller()
export class ReturnsDownloadController {
  constructor(
    private readonly returns: Sen2Returns,
    private readonly annexA: AnnexA,
    private readonly clock: Clock,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.returns.sen2)
  @Policy(TAKE)
  async sen2(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const asked = one(query, 'year') ?? '';
    const collection = /^20\d\d$/.test(asked)
      ? collectionOf(Number(asked))
      : collectionOn(this.clock.today());
    await this.taken(officer, `SEN2 return ${collection.year}`);
    const texts = new Map<string, string[]>();
    const summary = await this.returns.write(officer.authority, collection, (pieces) => {
      for (const { file, text } of pieces) texts.set(file, [...(texts.get(file) ?? []), text]);
      return Promise.resolve();
    });
    const isDraft = summary.findings.some(({ rule }) => rule.level === 'error');
    const files = Object.fromEntries(
      [...texts].map(([name, parts]) => [name, strToU8(parts.join(''))]),
    );
    const name = `sen2-${collection.year}${isDraft ? '-draft' : ''}-${this.clock.today()}.zip`;
    return answered(reply, 'application/zip', name, Buffer.from(zipSync(files)));
  }

  @Get(paths.returns.annexA)
  @Policy(TAKE)
  async annex(
    @SignedIn() officer: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    await this.taken(officer, 'Annex A');
    const lists = await this.annexA.lists(officer.authority);
    const bytes = await this.annexA.workbook(lists);
    return answered(reply, WORKBOOK, `annex-a-${lists.day}.xlsx`, bytes);
  }

  private taken(officer: Actor, pageName: string): Promise<void> {
    return this.log.looked(officer, { action: 'file.downloaded', page: pageName });
  }
}

function answered(reply: FastifyReply, type: string, name: string, bytes: Buffer): Buffer {
  reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${name}"`);
  return bytes;
}
