import { type Actor, mayRecord } from '@app/access';
import {
  BadPayload,
  CaseReader,
  CaseworkService,
  type OpenedCase,
  VersionConflict,
} from '@app/casework';
import { NotAllowedNow, permissionsOf, type Reason } from '@app/pathways';
import { Clock } from '@app/statutory-calendar';
import { Injectable, NotFoundException } from '@nestjs/common';
import { type Answers, withProblems } from '../forms/event-form';
import { type Page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { CasePages } from './case-pages.service';
import { conflictModel } from './conflict-model';
import { formTemplate, pageExtras } from './record-extras';
import { RecordForms, type Recording } from './record-form.service';
import { refusalModel, refusalTitle, whoMay } from './refusal-model';
import { eventOfSlug, stepSlug } from './step-address';
import { typedWords } from './typed-words';

/** Sends a step through the door and turns every answer into a page: done, wrong, not yet, or somebody was first. */
@Injectable()
export class RecordSteps {
  constructor(
    private readonly pages: CasePages,
    private readonly forms: RecordForms,
    private readonly reader: CaseReader,
    private readonly casework: CaseworkService,
    private readonly clock: Clock,
  ) {}

  /** @throws CaseNotFound, NotFoundException for a step that the pathway does not have */
  async recordingOf(officer: Actor, reference: string, step: string): Promise<Recording> {
    const opened = await this.pages.open(officer, reference, 'a form');
    const type = eventOfSlug(opened.pathway, step);
    const definition = type && opened.pathway.events[type];
    if (!type || !definition) throw new NotFoundException();
    return { officer, opened, type, definition };
  }

  /** Whether this person may record the step at all. */
  may({ officer, opened, definition }: Recording): boolean {
    return mayRecord(officer, opened.file, definition);
  }

  /** The page for somebody whose role does not record this step. */
  notYours({ opened, definition }: Recording): Page {
    return this.pages.show(
      opened,
      'cases/not-yours',
      {
        title: refusalTitle(definition).replace(/ yet$/, ''),
        who: whoMay(definition, opened.file.deciderNames),
      },
      { status: 403 },
    );
  }

  /** Records the answers, or says why not with everything kept. */
  async send(recording: Recording, answers: Answers): Promise<Page | Redirect> {
    const { officer, opened, type, definition } = recording;
    const { payload, occurredOn, expectedVersion, commandKey } = answers;
    let next: string | undefined;
    try {
      ({ next } = await this.casework.record(officer, opened.file.reference, {
        type,
        payload,
        occurredOn,
        expectedVersion,
        commandKey,
      }));
    } catch (error) {
      return this.answered(recording, answers, error);
    }
    await this.forms.throwAway(recording);
    if (next) return redirect(paths.case(next), { flash: `The new case is open: ${next}.` });
    return redirect(paths.case(opened.file.reference), {
      flash: `Recorded: ${definition.happened ?? definition.title}.`,
    });
  }

  private async answered(recording: Recording, answers: Answers, error: unknown): Promise<Page> {
    if (error instanceof BadPayload)
      return this.asked(
        recording,
        withProblems(recording.definition.payload, answers, error.problems),
      );
    if (!(error instanceof NotAllowedNow) && !(error instanceof VersionConflict)) throw error;
    await this.forms.keep(recording, answers);
    if (error instanceof NotAllowedNow) return this.refused(recording, error.reasons, answers);
    const opened = await this.reader.open(recording.officer, recording.opened.file.reference);
    return this.conflicting({ ...recording, opened }, answers);
  }

  /** The form again with what is wrong, or with one more row. */
  async asked(recording: Recording, answers: Answers): Promise<Page> {
    return this.show(
      recording,
      {
        form: await this.forms.again(recording, answers),
        problems: answers.problems,
        draftOf: undefined,
      },
      answers.asksForRow ? 200 : 422,
    );
  }

  /** A page of the step's form. */
  show(recording: Recording, model: object, status: number): Page {
    const { opened, type } = recording;
    return this.pages.show(
      opened,
      formTemplate(type),
      { ...model, ...pageExtras(recording) },
      { status },
    );
  }

  /** Why the step cannot be recorded, and what would open it. */
  async refused(
    recording: Recording,
    reasons: readonly Reason[],
    answers?: Answers,
  ): Promise<Page> {
    const { officer, opened, type, definition } = recording;
    const canDo = await this.canDo(officer, opened, reasons);
    const model = refusalModel({
      opened,
      type,
      definition,
      reasons,
      canDo,
      now: this.clock.now(),
      isAnswer: answers !== undefined,
      mayDecide: permissionsOf(officer.roles).includes('decision.make'),
    });
    const typed = answers ? typedWords(recording, answers) : [];
    return this.pages.show(
      opened,
      'cases/refusal',
      { ...model, typed, draftHref: answers && this.draftHref(recording) },
      { status: answers ? 422 : 200 },
    );
  }

  private async conflicting(recording: Recording, answers: Answers): Promise<Page> {
    const { officer, opened, type, definition } = recording;
    const reasons = await this.reader.against(officer, opened, type);
    const again = { ...answers, expectedVersion: opened.file.version, problems: [] };
    const hasOwnPage = type === 'SCORE_CONFIRMED';
    const form =
      reasons.length || hasOwnPage ? undefined : await this.forms.again(recording, again);
    const reopenHref =
      !reasons.length && hasOwnPage
        ? paths.caseFile.record(opened.file.reference, stepSlug(type))
        : undefined;
    const model = conflictModel(opened, answers.expectedVersion ?? opened.file.version);
    return this.pages.show(
      opened,
      'cases/conflict',
      {
        ...model,
        form,
        reopenHref,
        reasons: reasons.map(({ text }) => text),
        typed: typedWords(recording, answers),
        stepTitle: definition.title,
        draftHref: this.draftHref(recording),
      },
      { status: 409 },
    );
  }

  private async canDo(
    officer: Actor,
    opened: OpenedCase,
    reasons: readonly Reason[],
  ): Promise<string[]> {
    const events = [
      ...new Set(reasons.flatMap(({ missing }) => missing.flatMap(({ byEvent }) => byEvent ?? []))),
    ];
    const checked = await Promise.all(
      events.map(async (event) => ({
        event,
        against: await this.reader.against(officer, opened, event),
      })),
    );
    return checked
      .filter(
        ({ event, against }) =>
          !against.length &&
          this.may({ officer, opened, type: event, definition: opened.pathway.events[event]! }),
      )
      .map(({ event }) => event);
  }

  private draftHref({ opened, type }: Recording): string {
    return paths.caseFile.draft(opened.file.reference, stepSlug(type));
  }
}
