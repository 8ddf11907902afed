import { createHash } from 'node:crypto';
import { type Actor } from '@app/access';
import { documentForm, Documents, takeAwayForm } from '@app/casework';
import { NotAllowedNow } from '@app/pathways';
import { Body, Controller, Get, Headers, Param, Post, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { type FormBody } from '../forms/form-body';
import { fileOf } from '../forms/uploaded-file';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { asDownload, CheckedDocuments, NOT_PASSED } from '../support/checked-documents.service';
import { Additions } from './additions.service';
import { answersIn } from './commands';
import { reads, writes, writesFile } from './described';

const SEE = { action: 'see the documents of a case', roles: 'any', relation: 'case' } as const;
const REMOVE = { ...SEE, action: 'take a document away from a case' } as const;
const PART = 'documents';

/** Documents of a case, for programs: the same checks of kind, size and viruses as on the pages. */
@ApiTags('Support')
@Controller()
export class DocumentsApiController {
  constructor(
    private readonly additions: Additions,
    private readonly documents: Documents,
    private readonly checked: CheckedDocuments,
  ) {}

  @Get(paths.api.documents(':reference'))
  @Policy(SEE)
  @reads('Documents, the latest date first; those taken away last, with the reason')
  async list(@SignedIn() officer: Actor, @Param('reference') reference: string) {
    const { file } = await this.additions.see(officer, reference, PART);
    return { documents: await this.documents.of(officer.authority, file.id) };
  }

  @Post(paths.api.documents(':reference'))
  @Policy({ ...SEE, action: 'add a document to a case', upload: true })
  @writesFile('Add a document of at most 10 MB', documentForm)
  async add(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Body() body: FormBody,
    @Headers('idempotency-key') key?: string,
  ) {
    const opened = await this.additions.work(officer, reference, PART);
    const bytes = fileOf(body, 'file')?.bytes ?? Buffer.alloc(0);
    const said = answersIn(documentForm, answersBeside(body));
    const scan = await this.checked.scan(bytes);
    const digest = createHash('sha256').update(bytes).digest('hex');
    const sent = { reference, part: PART, key, said: { said, digest } };
    return this.additions.write(officer, opened, sent, async (runner) => ({
      id: await this.documents.add(officer, opened, said, { bytes, scan }, runner),
    }));
  }

  @Get(paths.api.caseDocument(':reference', ':id'))
  @Policy({ ...SEE, action: 'open a document of a case' })
  @reads('The file itself, once the virus check has passed it')
  @ApiProduces('application/octet-stream')
  async download(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { file } = await this.additions.see(officer, reference, 'a document');
    const { document, bytes } = await this.checked.open(officer, file.id, id);
    if (!bytes)
      throw new NotAllowedNow('', [{ guard: 'virusCheck', text: NOT_PASSED, missing: [] }]);
    asDownload(reply, document, reference);
    return bytes;
  }

  @Post(paths.api.withdrawDocument(':reference', ':id'))
  @Policy(REMOVE)
  @writes('Take a document away for good; that it was here, and why it went, stays', takeAwayForm)
  async withdraw(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ) {
    const opened = await this.additions.work(officer, reference, PART);
    const said = answersIn(takeAwayForm, body);
    const sent = { reference, part: `${PART} ${id}`, key, said };
    return this.additions.write(officer, opened, sent, async (runner) => {
      await this.checked.toTakeAway(officer, opened, id, REMOVE.action);
      await this.documents.takeAway(officer, opened, id, said, runner);
      return { id };
    });
  }
}

/** What a form says beside its file and its token. */
const answersBeside = (body: FormBody | undefined) =>
  Object.fromEntries(
    Object.entries(body ?? {}).filter(([name]) => name !== 'file' && name !== '_csrf'),
  );
