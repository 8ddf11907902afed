import { type Actor } from '@app/access';
import {
  BadPayload,
  CaseReader,
  CorrectionsService,
  tellEvent,
  VersionConflict,
} from '@app/casework';
import { NotAllowedNow } from '@app/pathways';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { londonDay, plainDay } from '@app/statutory-calendar';
import { type Answers, readAnswers, withProblems } from '../forms/event-form';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { CasePages } from './case-pages.service';
import { type Correcting, flashOf, formOf } from './correct-form';
import { RecordForms } from './record-form.service';

const ENTRY = [':reference', ':entry'] as const;
const CORRECT = { action: 'correct a date or fact', roles: 'any', relation: 'case' } as const;

/** A mistyped date or fact: the old words stay, the new ones stand beside them, with who and why. */
@Controller()
export class CorrectController {
  constructor(
    private readonly pages: CasePages,
    private readonly forms: RecordForms,
    private readonly reader: CaseReader,
    private readonly corrections: CorrectionsService,
  ) {}

  @Get(paths.caseFile.correct(...ENTRY))
  @Policy(CORRECT)
  async form(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Param('entry') entry: string,
  ): Promise<Page> {
    return this.show(await this.correctingOf(officer, reference, entry), undefined, '', []);
  }

  @Post(paths.caseFile.correct(...ENTRY))
  @Policy(CORRECT)
  async correct(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Param('entry') entry: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const correcting = await this.correctingOf(officer, reference, entry);
    const { opened, definition, choices, event } = correcting;
    const answers = readAnswers(definition.payload, body, {
      today: opened.today,
      mayBackdate: true,
      choices,
    });
    const reason = one(body, 'reason') ?? '';
    const lacking =
      reason || answers.asksForRow ? [] : [{ field: 'reason', text: 'Say why this is corrected' }];
    if (answers.problems.length || lacking.length || answers.asksForRow)
      return this.show(correcting, answers, reason, lacking);
    try {
      const moved = await this.corrections.correct(officer, reference, {
        version: event.version,
        occurredOn: answers.occurredOn,
        payload: answers.payload,
        reason,
        expectedVersion: answers.expectedVersion ?? opened.file.version,
        commandKey: answers.commandKey,
      });
      return redirect(paths.caseFile.timeline(reference), { flash: flashOf(moved.length) });
    } catch (error) {
      return this.answered(correcting, answers, reason, error);
    }
  }

  private async answered(
    correcting: Correcting,
    answers: Answers,
    reason: string,
    error: unknown,
  ): Promise<Page> {
    if (error instanceof BadPayload) {
      const known = withProblems(correcting.definition.payload, answers, error.problems);
      return this.show(
        correcting,
        known,
        reason,
        known.problems.length
          ? []
          : [
              {
                field: 'reason',
                text: error.problems[0]?.message ?? 'This cannot be corrected so',
              },
            ],
      );
    }
    if (error instanceof NotAllowedNow)
      return this.show(
        correcting,
        answers,
        reason,
        error.reasons.map(({ text }) => ({ field: 'reason', text })),
      );
    if (!(error instanceof VersionConflict)) throw error;
    const opened = await this.reader.open(correcting.officer, correcting.opened.file.reference);
    const again = { ...answers, expectedVersion: opened.file.version };
    return this.show(
      { ...correcting, opened },
      again,
      reason,
      [
        {
          field: 'reason',
          text: 'Somebody else recorded something on this case meanwhile. Look at the timeline, then send this again',
        },
      ],
      409,
    );
  }

  private show(
    correcting: Correcting,
    answers: Answers | undefined,
    reason: string,
    lacking: readonly Problem[],
    status?: number,
  ): Page {
    const { opened, event } = correcting;
    const problems = [...(answers?.problems ?? []), ...lacking];
    const form = formOf(correcting, answers, { reason, problem: lacking[0]?.text });
    const told = tellEvent(opened.pathway, event, opened.names);
    const model = {
      form,
      problems,
      what: told.title,
      by: event.actorName,
      on: plainDay(londonDay(event.recordedAt)),
    };
    return this.pages.show(opened, 'cases/correct', model, {
      status: status ?? (problems.length ? 422 : 200),
    });
  }

  private async correctingOf(
    officer: Actor,
    reference: string,
    entry: string,
  ): Promise<Correcting> {
    const opened = await this.pages.open(officer, reference, 'a correction');
    const event = opened.history.find(({ version }) => String(version) === entry);
    const definition = event && opened.pathway.events[event.type];
    if (!event || !definition) throw new NotFoundException();
    return {
      officer,
      opened,
      event,
      definition,
      choices: await this.forms.choicesFor(officer, definition),
    };
  }
}
