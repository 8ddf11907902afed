import { type Actor, worksCases } from '@app/access';
import { BadPayload, CaseRecords, Notes } from '@app/casework';
import { londonDay, londonTime, plainDay } from '@app/statutory-calendar';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type FormBody } from '../forms/form-body';
import { type Page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { CasePages } from './case-pages.service';

/** Notes on a case. */
@Controller()
export class NotesController {
  constructor(
    private readonly pages: CasePages,
    private readonly records: CaseRecords,
    private readonly desk: Notes,
  ) {}

  @Get(paths.caseFile.notes(':reference'))
  @Policy({ action: 'see the notes of a case', roles: 'any', relation: 'case' })
  show(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    return this.notesPage(officer, reference, '', undefined);
  }

  @Post(paths.caseFile.notes(':reference'))
  @Policy({ action: 'add a note to a case', roles: 'any', relation: 'case' })
  async add(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const text = one(body, 'text') ?? '';
    const { file } = await this.pages.open(officer, reference, 'notes');
    if (!worksCases(officer))
      return this.notesPage(
        officer,
        reference,
        text,
        'Your role reads cases and adds nothing to them',
      );
    try {
      await this.desk.add(officer, file.id, text);
    } catch (error) {
      if (error instanceof BadPayload)
        return this.notesPage(officer, reference, text, error.problems[0]?.message);
      throw error;
    }
    return redirect(paths.caseFile.notes(reference), { flash: 'The note is added.' });
  }

  private async notesPage(
    officer: Actor,
    reference: string,
    text: string,
    problem: string | undefined,
  ): Promise<Page> {
    const opened = await this.pages.open(officer, reference, 'notes');
    const notes = await this.records.notes(officer.authority, opened.file.id);
    const model = {
      notes: notes.map(({ author, at, text: words }) => ({
        by: author,
        text: words,
        on: `${plainDay(londonDay(at))}, ${londonTime(at)}`,
      })),
      text: { kind: 'area', id: 'text', name: 'text', label: 'Note', value: text, problem },
      problems: problem ? [{ field: 'text', text: problem }] : [],
      mayAdd: worksCases(officer),
    };
    return this.pages.show(opened, 'cases/notes', model, {
      current: 'Notes',
      status: problem ? 422 : 200,
    });
  }
}
