import { type Actor } from '@app/access';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { carried } from '../bulk/bulk-asked';
import { outcomesInWords } from '../bulk/outcome';
import { fieldModels } from '../forms/field-model';
import { type FormBody } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one, several } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { type AskAnswers, askAnswers, questionsOf, WAYS } from './ask-answers';
import { AskRuns } from './ask-run.service';
import { REVIEW_ROLES } from './reviews-roles';

const ASK = { action: 'ask for review meetings', roles: REVIEW_ROLES, relation: 'case' } as const;
const KEY = /^[0-9a-f-]{36}$/;

/** Asks the schools for the meetings of several reviews, or takes them over: questions, a look at each child, a result for each. */
@Controller()
export class AskController {
  constructor(private readonly runs: AskRuns) {}

  @Post(paths.reviews.ask)
  @HttpCode(200)
  @Policy(ASK)
  form(@SignedIn() officer: Actor, @Body() body: FormBody): Promise<Page | Redirect> {
    return this.questions(officer, { ...askAnswers(body), problems: [] }, body);
  }

  @Post(paths.reviews.askCheck)
  @HttpCode(200)
  @Policy(ASK)
  async check(@SignedIn() officer: Actor, @Body() body: FormBody): Promise<Page | Redirect> {
    const answers = askAnswers(body);
    if (answers.problems.length) return this.questions(officer, answers, body);
    const rows = await this.runs.check(officer, answers);
    const can = rows.filter(({ refused }) => !refused);
    return page('reviews/ask-check', {
      ...answers,
      title: WAYS[answers.way].title,
      rows,
      can: can.length,
      seen: can.map(({ seen }) => seen),
      carried: carried(body),
      key: randomUUID(),
    });
  }

  @Post(paths.reviews.askRun)
  @HttpCode(200)
  @Policy(ASK)
  async run(@SignedIn() officer: Actor, @Body() body: FormBody): Promise<Page | Redirect> {
    const answers = askAnswers(body);
    if (answers.problems.length) return this.questions(officer, answers, body);
    const key = one(body, 'key') ?? '';
    const rows = await this.runs.run(officer, answers, {
      seen: new Map(several(body, 'seen').map((each) => splitSeen(each))),
      key: KEY.test(key) ? key : undefined,
    });
    return page('reviews/ask-result', {
      ...answers,
      title: WAYS[answers.way].title,
      rows,
      sentence: outcomesInWords(rows),
    });
  }

  private async questions(
    officer: Actor,
    answers: AskAnswers,
    typed: FormBody,
  ): Promise<Page | Redirect> {
    const { way, problems, from } = answers;
    const chosen = await this.runs.chosen(officer, answers);
    if (!chosen.length)
      return redirect(from, { flash: { kind: 'notice', text: 'Choose at least one child.' } });
    const model = {
      ...answers,
      title: WAYS[way].title,
      chosen,
      unopened: chosen.filter(({ reference }) => !reference).length,
      fields: fieldModels(questionsOf(way), typed, { problems }),
    };
    return page('reviews/ask', model, { status: problems.length ? 422 : 200 });
  }
}

function splitSeen(seen: string): [string, string] {
  const [planId = '', version = ''] = seen.split(':');
  return [planId, /^(new|\d{1,9})$/.test(version) ? version : ''];
}
