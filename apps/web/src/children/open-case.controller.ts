import { type Actor, mayOpen } from '@app/access';
import { BadPayload, CaseworkService } from '@app/casework';
import { NotAllowedNow } from '@app/pathways';
import { Clock } from '@app/statutory-calendar';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { mayBackdate, RecordForms } from '../cases/record-form.service';
import { type Answers, eventForm, readAnswers, withProblems } from '../forms/event-form';
import { type FormBody } from '../forms/form-body';
import { knownOfChild } from '../forms/known-of-child';
import { startingRows } from '../forms/rows-field';
import { type Page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { ChildPages, type OpenedChild } from './child-pages.service';
import { kindOf, type OpeningKind } from './opening-kinds';

const OPEN = { action: 'open a case for a child', roles: 'any', relation: 'child' } as const;

interface Opening {
  readonly officer: Actor;
  readonly opened: OpenedChild;
  readonly kind: OpeningKind;
}

/** A case of any pathway by hand: the form of the event that opens the case. */
@Controller()
export class OpenCaseController {
  constructor(
    private readonly pages: ChildPages,
    private readonly forms: RecordForms,
    private readonly casework: CaseworkService,
    private readonly clock: Clock,
  ) {}

  @Get(paths.children.open(':id', ':kind'))
  @Policy(OPEN)
  async form(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('kind') kind: string,
  ): Promise<Page> {
    return this.show(await this.openingOf(officer, id, kind), undefined);
  }

  @Post(paths.children.open(':id', ':kind'))
  @Policy(OPEN)
  async open(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('kind') kind: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const opening = await this.openingOf(officer, id, kind);
    const { definition, pathway } = opening.kind;
    const answers = readAnswers(definition.payload, body, {
      today: this.clock.today(),
      mayBackdate: mayBackdate(officer),
      choices: await this.forms.choicesFor(officer, definition),
    });
    if (answers.problems.length || answers.asksForRow || !mayOpen(officer, definition))
      return this.show(opening, answers);
    try {
      const { reference } = await this.casework.open(officer, {
        pathway: pathway.name,
        childId: id,
        occurredOn: answers.occurredOn,
        payload: answers.payload,
        commandKey: answers.commandKey,
      });
      return redirect(paths.case(reference), {
        flash: `The case is open. Its number is ${reference}.`,
      });
    } catch (error) {
      if (error instanceof BadPayload)
        return this.show(opening, withProblems(definition.payload, answers, error.problems));
      if (error instanceof NotAllowedNow)
        return this.show(opening, {
          ...answers,
          problems: error.reasons.map(({ text }) => ({ field: '', text })),
        });
      throw error;
    }
  }

  private async show(
    { officer, opened, kind }: Opening,
    answers: Answers | undefined,
  ): Promise<Page> {
    const { childId } = opened.child;
    const { definition, pathway } = kind;
    const already = opened.cases.find((it) => it.open && it.pathway === pathway.name);
    const today = this.clock.today();
    const form = eventForm({
      definition,
      action: paths.children.open(childId, kind.slug),
      today,
      choices: await this.forms.choicesFor(officer, definition),
      cancelHref: paths.children.one(childId),
      submit: 'Open the case',
      values: {
        ...startingRows(definition.payload),
        ...knownOfChild(definition.payload, opened.child, today),
      },
      ...(answers && { answers }),
    });
    const model = {
      form,
      problems: answers?.problems ?? [],
      may: mayOpen(officer, definition),
      already: already && { reference: already.reference, href: paths.case(already.reference) },
    };
    return this.pages.show(opened, 'children/open', model, {
      status: answers?.problems.length ? 422 : 200,
    });
  }

  private async openingOf(officer: Actor, id: string, slug: string): Promise<Opening> {
    this.pages.mustWork(officer, OPEN.action);
    const kind = kindOf(slug);
    if (!kind) throw new NotFoundException();
    return {
      officer,
      opened: await this.pages.open(officer, id, 'opening a case'),
      kind,
    };
  }
}
