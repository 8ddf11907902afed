import { AccessLog, type Actor } from '@app/access';
import { FileRefused, NominationImport } from '@app/people';
import { Body, Controller, Get, NotFoundException, Param, Post, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { fileOf } from '../forms/uploaded-file';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { download } from './download';
import { fileModel, ROWS_SHOWN, rowModel } from './import-model';
import { ImportRuns } from './import-runs.service';
import { ImportsHome } from './imports-home.service';
import { NOMINATION_ROLES } from './imports-roles';

const IMPORT = { action: 'import nominations', roles: NOMINATION_ROLES } as const;
/** A small file is checked, or added, before its page is shown. */
const WAIT = 1_500;

/** A list of nominations: upload, look at what would happen, add the good rows, take away the rows to fix. */
@Controller()
export class NominationsController {
  constructor(
    private readonly imports: NominationImport,
    private readonly runs: ImportRuns,
    private readonly home: ImportsHome,
    private readonly log: AccessLog,
  ) {}

  @Post(paths.import.nominations)
  @Policy({ ...IMPORT, upload: true })
  async upload(@SignedIn() officer: Actor, @Body() body: unknown): Promise<Page | Redirect> {
    const file = fileOf(body, 'file');
    if (!file?.bytes.length)
      return this.home.page(officer, [
        { field: 'file', text: 'Choose a CSV file with nominations' },
      ]);
    try {
      const { fileId, repeated } = await this.imports.receive(officer, file.bytes);
      await this.log.looked(officer, { action: 'import.received', page: 'imports' });
      await this.runs.goOn(fileId, WAIT);
      return redirect(
        paths.import.file(fileId),
        repeated
          ? {
              flash: {
                kind: 'notice',
                text: 'This file came before. Here is what became of it; nothing is added twice.',
              },
            }
          : {},
      );
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      return this.home.page(
        officer,
        error.reasons.map((text) => ({ field: 'file', text })),
      );
    }
  }

  @Get(paths.import.template)
  @Policy(IMPORT)
  template(@Res({ passthrough: true }) reply: FastifyReply): Buffer {
    return download(reply, this.imports.template());
  }

  @Get(paths.import.file(':id'))
  @Policy(IMPORT)
  async show(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Page> {
    const file = await this.imports.progress(officer, id);
    if (!file) throw new NotFoundException();
    const model = fileModel(file);
    if (model.isRunning) {
      await this.runs.goOn(id);
      return page('imports/progress', model);
    }
    await this.log.looked(officer, { action: 'import.seen', page: 'imports' });
    const [toFix, added] = await Promise.all([
      this.imports.rows(officer, id, { status: 'error', limit: ROWS_SHOWN }),
      file.status === 'done'
        ? this.imports.rows(officer, id, { status: 'done', limit: ROWS_SHOWN })
        : [],
    ]);
    return page('imports/file', {
      ...model,
      toFix: toFix.map(rowModel),
      added: added.map(rowModel),
      shown: ROWS_SHOWN,
    });
  }

  @Post(paths.import.commit(':id'))
  @Policy(IMPORT)
  async add(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Redirect> {
    if (!(await this.imports.progress(officer, id))) throw new NotFoundException();
    await this.imports.begin(officer, id);
    await this.runs.goOn(id, WAIT);
    return redirect(paths.import.file(id));
  }

  @Get(paths.import.errors(':id'))
  @Policy(IMPORT)
  async rowsToFix(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    if (!(await this.imports.progress(officer, id))) throw new NotFoundException();
    await this.log.looked(officer, { action: 'import.downloaded', page: 'imports' });
    return download(reply, await this.imports.errorFile(officer, id));
  }
}
