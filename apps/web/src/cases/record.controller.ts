import { type Actor } from '@app/access';
import { CaseReader, Notes } from '@app/casework';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { type Answers } from '../forms/event-form';
import { type FormBody } from '../forms/form-body';
import { type Page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { RecordForms, type Recording } from './record-form.service';
import { RecordSteps } from './record-steps.service';
import { typedWords } from './typed-words';

const STEP = [':reference', ':step'] as const;
const RECORD = { action: 'record a step on a case', roles: 'any', relation: 'case' } as const;
/** Refusals that no answer on the form could change. */
const NOT_FROM_HERE = ['possibleFromHere', 'caseOpen'];

/** One page records any event. */
@Controller()
export class RecordController {
  constructor(
    private readonly steps: RecordSteps,
    private readonly forms: RecordForms,
    private readonly reader: CaseReader,
    private readonly desk: Notes,
  ) {}

  @Get(paths.caseFile.record(...STEP))
  @Policy(RECORD)
  async form(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Param('step') step: string,
    @Query() query: unknown,
  ): Promise<Page> {
    const recording = await this.steps.recordingOf(officer, reference, step);
    if (!this.steps.may(recording)) return this.steps.notYours(recording);
    const reasons = await this.reader.against(officer, recording.opened, recording.type);
    const isForced = one(query, 'form') === 'open' || one(query, 'basis') !== undefined;
    const couldHelp = reasons.every(({ guard }) => !NOT_FROM_HERE.includes(guard));
    if (reasons.length && !(isForced && couldHelp)) return this.steps.refused(recording, reasons);
    const { form, draftOf } = await this.forms.blank(recording, query);
    return this.steps.show(recording, { form, problems: [], draftOf }, 200);
  }

  @Post(paths.caseFile.record(...STEP))
  @Policy(RECORD)
  async record(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Param('step') step: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const recording = await this.steps.recordingOf(officer, reference, step);
    if (!this.steps.may(recording)) return this.steps.notYours(recording);
    const answers = await this.forms.read(recording, body);
    const keep = one(body, 'keep');
    if (keep) return this.kept(recording, answers, keep);
    return answers.problems.length || answers.asksForRow
      ? this.steps.asked(recording, answers)
      : this.steps.send(recording, answers);
  }

  /** Kept for later: `quietly` while somebody types, so that a crash or the end of the session loses nothing. */
  private async kept(recording: Recording, answers: Answers, keep: string): Promise<Redirect> {
    await this.forms.keep(recording, answers);
    const to = paths.case(recording.opened.file.reference);
    return keep === 'quietly'
      ? redirect(to)
      : redirect(to, { flash: 'What you typed is kept. The form opens with it.' });
  }

  @Post(paths.caseFile.draft(...STEP))
  @Policy({ ...RECORD, action: 'keep or throw away what was typed' })
  async draft(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Param('step') step: string,
    @Body() body: FormBody,
  ): Promise<Redirect> {
    const recording = await this.steps.recordingOf(officer, reference, step);
    const draft = await this.forms.find(recording);
    const words = draft
      ? typedWords(recording, await this.forms.read(recording, draft.answers))
      : [];
    const keeps = one(body, 'keep') === 'note' && words.length > 0;
    if (keeps)
      await this.desk.add(
        officer,
        recording.opened.file.id,
        words
          .map(({ value }) => value)
          .join('\n\n')
          .slice(0, 4000),
      );
    await this.forms.throwAway(recording);
    return redirect(paths.case(reference), {
      flash: keeps ? 'What you typed is saved as a note.' : 'What you typed is thrown away.',
    });
  }
}
