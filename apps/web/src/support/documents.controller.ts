import { type Actor } from '@app/access';
import {
  DOCUMENT_KINDS,
  documentForm,
  Documents,
  formatOf,
  mayTakeAway,
  NOT_TAKEN,
  type OpenedCase,
  takeAwayForm,
} from '@app/casework';
import { longDay } from '@app/statutory-calendar';
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { type FormBody } from '../forms/form-body';
import { fileOf } from '../forms/uploaded-file';
import { type Page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { asDownload, CheckedDocuments, NOT_PASSED } from './checked-documents.service';
import { documentRow } from './document-model';
import { type SupportForm } from './support-form';
import { SupportForms } from './support-forms.service';
import { mayMovePapers } from './wrong-child.controller';

const SEE = { action: 'see the documents of a case', roles: 'any', relation: 'case' } as const;
const WORK = { ...SEE, action: 'add a document to a case' } as const;
const REMOVE = { ...SEE, action: 'take a document away from a case' } as const;
const PART = 'documents';
const SECTION = 'Documents';

/** Documents of a case: checked when they come, handed out only to those who may open the case. */
@Controller()
export class DocumentsController {
  constructor(
    private readonly forms: SupportForms,
    private readonly documents: Documents,
    private readonly checked: CheckedDocuments,
  ) {}

  @Get(paths.support.documents(':reference'))
  @Policy(SEE)
  async list(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    const opened = await this.forms.see(officer, reference, PART);
    const rows = await this.documents.of(officer.authority, opened.file.id);
    return this.forms.show(opened, SECTION, 'documents', {
      documents: rows.map((row) =>
        documentRow(
          row,
          reference,
          this.forms.mayWork(officer, opened) && mayTakeAway(officer, row),
        ),
      ),
      addHref: this.forms.mayWork(officer, opened)
        ? paths.support.addDocument(reference)
        : undefined,
      moveHref:
        opened.file.wrongChild && mayMovePapers(officer)
          ? paths.support.movePapers(reference)
          : undefined,
    });
  }

  @Get(paths.support.addDocument(':reference'))
  @Policy(WORK)
  async blank(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    const opened = await this.forms.work(officer, reference, PART);
    return this.forms.blank(opened, adding(opened));
  }

  @Post(paths.support.addDocument(':reference'))
  @Policy({ ...WORK, upload: true })
  async add(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const opened = await this.forms.work(officer, reference, PART);
    const bytes = fileOf(body, 'file')?.bytes ?? Buffer.alloc(0);
    const form = adding(opened, problemOf(bytes) ?? '');
    return this.forms.sent(opened, form, body, async (details) => {
      const scan = await this.checked.scan(bytes);
      await this.documents.add(officer, opened, details, { bytes, scan });
      return redirect(paths.support.documents(reference), { flash: 'The document is added.' });
    });
  }

  @Get(paths.support.document(':reference', ':id'))
  @Policy({ ...SEE, action: 'open a document of a case' })
  async download(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | Redirect> {
    const { file } = await this.forms.see(officer, reference, 'a document');
    const { document, bytes } = await this.checked.open(officer, file.id, id);
    if (!bytes)
      return redirect(paths.support.documents(reference), {
        flash: { kind: 'notice', text: NOT_PASSED },
      });
    asDownload(reply, document, reference);
    return bytes;
  }

  @Get(paths.support.takeAway(':reference', ':id'))
  @Policy(REMOVE)
  async toTakeAway(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Param('id') id: string,
  ): Promise<Page> {
    const opened = await this.forms.work(officer, reference, PART);
    return this.forms.blank(opened, await this.taking(officer, opened, id));
  }

  @Post(paths.support.takeAway(':reference', ':id'))
  @Policy(REMOVE)
  async takeAway(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const opened = await this.forms.work(officer, reference, PART);
    const form = await this.taking(officer, opened, id);
    return this.forms.sent(opened, form, body, async (typed) => {
      await this.documents.takeAway(officer, opened, id, typed);
      return redirect(paths.support.documents(reference), { flash: 'The document is taken away.' });
    });
  }

  /** @throws AccessDenied for a document that somebody else added, unless this person leads the work */
  private async taking(officer: Actor, opened: OpenedCase, id: string): Promise<SupportForm> {
    const { reference } = opened.file;
    const document = await this.checked.toTakeAway(officer, opened, id, REMOVE.action);
    return {
      section: SECTION,
      title: 'Take a document away',
      lead: `${DOCUMENT_KINDS[document.kind]}, ${longDay(document.datedOn)}. The file is deleted for good. That it was here, and why it was taken away, stays.`,
      schema: takeAwayForm,
      action: paths.support.takeAway(reference, id),
      submit: 'Take it away',
      cancelHref: paths.support.documents(reference),
    };
  }
}

function problemOf(bytes: Buffer): string | undefined {
  if (!bytes.length) return 'Choose a file';
  return formatOf(bytes) ? undefined : NOT_TAKEN;
}

/** `problem`: undefined before anything was sent, empty when the file is good. */
function adding({ file: { reference } }: OpenedCase, problem?: string): SupportForm {
  return {
    section: SECTION,
    title: 'Add a document',
    schema: documentForm,
    action: paths.support.addDocument(reference),
    submit: 'Add the document',
    cancelHref: paths.support.documents(reference),
    template: 'document-form',
    file: {
      label: 'File',
      hint: `${NOT_TAKEN}. At most 10 MB.${problem === '' ? ' Choose it again: a browser does not keep it.' : ''}`,
      problem: problem || undefined,
    },
  };
}
