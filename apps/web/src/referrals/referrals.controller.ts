import { AccessLog, type Actor } from '@app/access';
import { BadPayload, CaseworkService, type Referral, Referrals } from '@app/casework';
import { NotAllowedNow, pathwayNamed } from '@app/pathways';
import { Clock, plainDay } from '@app/statutory-calendar';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { identityOf } from '../cases/identity';
import { mayBackdate, RecordForms } from '../cases/record-form.service';
import { type Answers, eventForm, readAnswers, withProblems } from '../forms/event-form';
import { type FormBody, type Problem } from '../forms/form-body';
import { knownOfChild } from '../forms/known-of-child';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';

const ANSWER = { action: 'answer a referral', roles: 'any', relation: 'child' } as const;
const ANSWERED = 'Somebody has answered this referral already. Nothing was changed.';

/** Referrals from one pathway to another: open the case, or say why not. */
@Controller()
export class ReferralsController {
  constructor(
    private readonly referrals: Referrals,
    private readonly forms: RecordForms,
    private readonly casework: CaseworkService,
    private readonly log: AccessLog,
    private readonly clock: Clock,
  ) {}

  @Get(paths.referrals.list)
  @Policy({ action: 'see referrals that wait', roles: 'any' })
  async list(@SignedIn() officer: Actor): Promise<Page> {
    const waiting = await this.referrals.waiting(officer);
    return page('referrals/list', {
      rows: waiting.map((it) => ({
        ...it,
        title: pathwayNamed(it.pathway).title,
        when: plainDay(it.madeOn),
        href: paths.referrals.one(it.id),
      })),
    });
  }

  @Get(paths.referrals.one(':id'))
  @Policy(ANSWER)
  async form(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Page> {
    return this.show(officer, await this.mustFind(officer, id));
  }

  @Post(paths.referrals.one(':id'))
  @Policy(ANSWER)
  async open(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const referral = await this.mustFind(officer, id);
    const { definition } = openingOf(referral);
    const answers = readAnswers(definition.payload, body, {
      today: this.clock.today(),
      mayBackdate: mayBackdate(officer),
      choices: await this.forms.choicesFor(officer, definition),
    });
    if (answers.problems.length || answers.asksForRow) return this.show(officer, referral, answers);
    try {
      const { reference } = await this.casework.open(officer, {
        pathway: referral.pathway,
        childId: referral.childId,
        occurredOn: answers.occurredOn,
        payload: answers.payload,
        commandKey: answers.commandKey,
        referralId: referral.id,
      });
      return redirect(paths.case(reference), {
        flash: `The case is open. Its number is ${reference}.`,
      });
    } catch (error) {
      if (error instanceof BadPayload)
        return this.show(
          officer,
          referral,
          withProblems(definition.payload, answers, error.problems),
        );
      if (error instanceof NotAllowedNow)
        return this.show(officer, referral, {
          ...answers,
          problems: error.reasons.map(({ text }) => ({ field: '', text })),
        });
      throw error;
    }
  }

  @Post(paths.referrals.setAside(':id'))
  @Policy(ANSWER)
  async setAside(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const why = one(body, 'why')?.trim();
    if (!why) {
      const problem = { field: 'why', text: 'Say why no case is opened' };
      return this.show(officer, await this.mustFind(officer, id), undefined, problem);
    }
    const isDone = await this.referrals.setAside(officer, id, why);
    return redirect(paths.referrals.list, {
      flash: isDone ? 'No case is opened. Your reason is kept.' : ANSWERED,
    });
  }

  private async mustFind(officer: Actor, id: string): Promise<Referral> {
    const found = await this.referrals.find(officer, id);
    if (!found) throw new NotFoundException();
    await this.log.looked(officer, {
      action: 'child.seen',
      childId: found.childId,
      page: 'a referral',
    });
    return found;
  }

  private async show(
    officer: Actor,
    referral: Referral,
    answers?: Answers,
    whyProblem?: Problem,
  ): Promise<Page> {
    const { pathway, definition } = openingOf(referral);
    const problems = [...(answers?.problems ?? []), ...(whyProblem ? [whyProblem] : [])];
    const today = this.clock.today();
    const form = eventForm({
      definition,
      action: paths.referrals.one(referral.id),
      today,
      choices: await this.forms.choicesFor(officer, definition),
      cancelHref: paths.referrals.list,
      submit: 'Open the case',
      values: { ...knownOfChild(definition.payload, referral, today), ...referral.answers },
      ...(answers && { answers }),
    });
    const child = identityOf(
      { ...referral, name: referral.childName, flags: [], restricted: false },
      today,
    );
    return page(
      'referrals/one',
      {
        child: { ...child, moreHref: undefined },
        referral: { ...referral, when: plainDay(referral.madeOn) },
        title: pathway.title,
        form,
        problems,
        why: {
          kind: 'area',
          id: 'why',
          name: 'why',
          label: 'Why is no case opened?',
          value: '',
          rows: 3,
          problem: whyProblem?.text,
        },
        setAsideHref: paths.referrals.setAside(referral.id),
      },
      { status: problems.length ? 422 : 200 },
    );
  }
}

function openingOf({ pathway: name }: Referral) {
  const pathway = pathwayNamed(name);
  return { pathway, definition: pathway.events[pathway.opensWith]! };
}
