import { AccessLog, type Actor } from '@app/access';
import { FEED_KINDS, FeedImport, type FeedKind } from '@app/attendance';
import { FileRefused } from '@app/people';
import { Body, Controller, Get, NotFoundException, Param, Post, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { fileOf } from '../forms/uploaded-file';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { download } from './download';
import { FeedHome } from './feed-home.service';
import { feedModel } from './feed-model';
import { ROWS_SHOWN, rowModel } from './import-model';
import { ImportRuns } from './import-runs.service';
import { FEED_ROLES } from './imports-roles';

const FEEDS = { action: 'bring in attendance and suspensions', roles: FEED_ROLES } as const;
/** A small file is checked, or kept, before its page is shown. */
const WAIT = 1_500;
const REPEATED = 'This file came before. Here is what became of it; nothing is counted twice.';

/** Attendance and suspensions: upload, look at what would happen, keep the good rows, take away the rows to fix. */
@Controller()
export class FeedsController {
  constructor(
    private readonly feeds: FeedImport,
    private readonly runs: ImportRuns,
    private readonly home: FeedHome,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.feeds.home)
  @Policy(FEEDS)
  show(@SignedIn() officer: Actor): Promise<Page> {
    return this.home.page(officer);
  }

  @Post(paths.feeds.upload(':kind'))
  @Policy({ ...FEEDS, upload: true })
  async upload(
    @SignedIn() officer: Actor,
    @Param('kind') name: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const kind = kindOf(name);
    const file = fileOf(body, kind);
    if (!file?.bytes.length)
      return this.home.page(officer, [
        { field: kind, text: 'Choose a CSV file or an Excel workbook' },
      ]);
    try {
      const { fileId, repeated } = await this.feeds.receive(officer, kind, file.bytes);
      await this.log.looked(officer, { action: 'feed.received', page: 'feeds' });
      await this.runs.goOn(fileId, WAIT);
      const flash = repeated ? { flash: { kind: 'notice', text: REPEATED } as const } : {};
      return redirect(paths.feeds.file(fileId), flash);
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      return this.home.page(
        officer,
        error.reasons.map((text) => ({ field: kind, text })),
      );
    }
  }

  @Get(paths.feeds.template(':kind'))
  @Policy(FEEDS)
  template(@Param('kind') name: string, @Res({ passthrough: true }) reply: FastifyReply): Buffer {
    return download(reply, this.feeds.template(kindOf(name)));
  }

  @Get(paths.feeds.file(':id'))
  @Policy(FEEDS)
  async file(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Page> {
    const file = await this.feeds.progress(officer, id);
    if (!file) throw new NotFoundException();
    const model = feedModel(file);
    if (model.isRunning) {
      await this.runs.goOn(id);
      return page('imports/progress', model);
    }
    await this.log.looked(officer, { action: 'feed.seen', page: 'feeds' });
    const toFix = await this.feeds.rows(officer, id, { status: 'error', limit: ROWS_SHOWN });
    const status = file.status === 'done' ? 'done' : 'new';
    const remarked = await this.feeds.rows(officer, id, {
      status,
      remarked: true,
      limit: ROWS_SHOWN,
    });
    return page('imports/feed-file', {
      ...model,
      toFix: toFix.map(rowModel),
      remarked: remarked.map(rowModel),
      shown: ROWS_SHOWN,
    });
  }

  @Post(paths.feeds.commit(':id'))
  @Policy(FEEDS)
  async add(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Redirect> {
    if (!(await this.feeds.progress(officer, id))) throw new NotFoundException();
    await this.feeds.begin(officer, id);
    await this.runs.goOn(id, WAIT);
    return redirect(paths.feeds.file(id));
  }

  @Get(paths.feeds.errors(':id'))
  @Policy(FEEDS)
  async rowsToFix(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    if (!(await this.feeds.progress(officer, id))) throw new NotFoundException();
    await this.log.looked(officer, { action: 'feed.downloaded', page: 'feeds' });
    return download(reply, await this.feeds.errorFile(officer, id));
  }
}

function kindOf(name: string): FeedKind {
  const kind = FEED_KINDS.find((it) => it === name);
  if (!kind) throw new NotFoundException();
  return kind;
}
