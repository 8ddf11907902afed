import { AccessDenied, type Actor } from '@app/access';
import { movePapersForm, type OpenedCase, WrongChildPapers } from '@app/casework';
import { permissionsOf } from '@app/pathways';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { type FormBody } from '../forms/form-body';
import { type Page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { type SupportForm } from './support-form';
import { SupportForms } from './support-forms.service';

const MOVE = { action: 'move papers to another case', roles: 'any', relation: 'case' } as const;

/** Whether this person moves papers: they may void cases. */
export const mayMovePapers = ({ roles }: Actor) => permissionsOf(roles).includes('case.void');

/** What was recorded against the wrong child, moved to the case of the right one. */
@Controller()
export class WrongChildController {
  constructor(
    private readonly forms: SupportForms,
    private readonly papers: WrongChildPapers,
  ) {}

  @Get(paths.support.movePapers(':reference'))
  @Policy(MOVE)
  async blank(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    const opened = await this.mustBeWrong(officer, reference);
    return this.forms.blank(opened, moving(opened));
  }

  @Post(paths.support.movePapers(':reference'))
  @Policy(MOVE)
  async move(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const opened = await this.mustBeWrong(officer, reference);
    return this.forms.sent(opened, moving(opened), body, async (typed) => {
      const {
        reference: to,
        documents,
        notes,
      } = await this.papers.move(officer, opened.file, typed);
      return redirect(paths.support.documents(to), {
        flash: `Moved to this case: documents ${documents}, notes ${notes}.`,
      });
    });
  }

  private async mustBeWrong(officer: Actor, reference: string): Promise<OpenedCase> {
    const opened = await this.forms.work(officer, reference, 'documents');
    if (!opened.file.wrongChild) throw new NotFoundException();
    if (!mayMovePapers(officer)) throw new AccessDenied(MOVE.action);
    return opened;
  }
}

const moving = ({ file: { reference } }: OpenedCase): SupportForm => ({
  section: 'Documents',
  title: 'Move the papers to the right child’s case',
  lead: 'All documents and notes of this case are moved. Plans, visits, views and measures stay hidden here: write on the other case what still holds.',
  schema: movePapersForm,
  action: paths.support.movePapers(reference),
  submit: 'Move them',
  cancelHref: paths.support.documents(reference),
  whenEnded: true,
});
