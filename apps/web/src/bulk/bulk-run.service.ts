import { type Actor } from '@app/access';
import { CaseworkService } from '@app/casework';
import { pathwayNamed } from '@app/pathways';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type Answers } from '../forms/event-form';
import { type FormBody } from '../forms/form-body';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { one, several } from '../safety/one-value';
import { type BulkAsked, bulkAsked, carried, withFixed } from './bulk-asked';
import { BulkForms, definitionOf } from './bulk-form.service';
import { type ChosenCase, ChosenCases } from './chosen-cases.repository';
import { type BulkStep, forecast } from './forecast';
import { LEFT_OUT, type Outcome, outcomeOf, outcomesInWords, recordedWords } from './outcome';

const KEY = /^[0-9a-f-]{36}$/;

/** Looks at what would happen to each case, then does it, case by case. */
@Injectable()
export class BulkRuns {
  constructor(
    private readonly forms: BulkForms,
    private readonly cases: ChosenCases,
    private readonly casework: CaseworkService,
    private readonly clock: Clock,
  ) {}

  /** Lists each child and what would happen; the form again when an answer is wrong. */
  async check(actor: Actor, body: FormBody): Promise<Page> {
    const read = await this.read(actor, body);
    if ('page' in read) return read.page;
    const { asked, chosen, step, answers } = read;
    const rows = forecast(actor, chosen, step, await this.supplyFor(actor, chosen, step));
    const can = rows.filter(({ refused }) => !refused);
    return page('bulk/check', {
      ...asked,
      title: step.definition.title,
      rows,
      can: can.length,
      seen: can.map(({ reference, version }) => `${reference}:${version}`),
      carried: carried(body),
      on: answers.occurredOn,
      key: randomUUID(),
      action: paths.bulk.run,
      backAction: paths.bulk.form,
    });
  }

  /** Records the step on each case; one that is refused or was changed meanwhile does not hold up the rest. */
  async run(actor: Actor, body: FormBody): Promise<Page> {
    const read = await this.read(actor, body);
    if ('page' in read) return read.page;
    const { asked, chosen, step } = read;
    const key = one(body, 'key') ?? '';
    const seen = new Map(several(body, 'seen').map((each) => splitSeen(each)));
    const rows: (Outcome & Pick<ChosenCase, 'reference' | 'name' | 'schoolName'>)[] = [];
    for (const { reference, name, schoolName } of chosen) {
      const version = seen.get(reference);
      const outcome =
        version === undefined
          ? LEFT_OUT
          : await this.recorded(actor, {
              reference,
              version,
              step,
              key: KEY.test(key) ? `${key}-${reference}` : undefined,
            });
      rows.push({ reference, name, schoolName, ...outcome });
    }
    return page('bulk/result', {
      ...asked,
      title: step.definition.title,
      rows,
      sentence: outcomesInWords(rows),
    });
  }

  private async recorded(
    actor: Actor,
    {
      reference,
      version,
      step,
      key,
    }: { reference: string; version: number; step: BulkStep; key: string | undefined },
  ): Promise<Outcome> {
    try {
      const { type, occurredOn, payload } = step;
      const done = await this.casework.record(actor, reference, {
        type,
        occurredOn,
        payload,
        expectedVersion: version,
        commandKey: key,
      });
      return {
        kind: done.repeated ? 'repeated' : 'done',
        words: recordedWords(step.pathway, done),
      };
    } catch (error) {
      return outcomeOf(error, step.pathway);
    }
  }

  /** The cases, the step and its answers; or the page to show instead. */
  private async read(
    actor: Actor,
    body: FormBody,
  ): Promise<
    { page: Page } | { asked: BulkAsked; chosen: ChosenCase[]; step: BulkStep; answers: Answers }
  > {
    const asked = bulkAsked(body);
    const chosen = await this.cases.read(actor, asked.references);
    const definition = definitionOf(chosen, asked.type);
    const first = chosen[0];
    if (!first || !definition) return { page: await this.forms.stepPage(actor, asked) };
    const answers = await this.forms.read(actor, chosen, definition, withFixed(body, asked));
    if (answers.problems.length)
      return { page: await this.forms.formPage(actor, asked, { answers }) };
    const { payload, occurredOn } = answers;
    return {
      asked,
      chosen,
      answers,
      step: {
        pathway: pathwayNamed(first.pathway),
        type: asked.type,
        definition,
        payload,
        occurredOn,
      },
    };
  }

  private async supplyFor(actor: Actor, chosen: readonly ChosenCase[], { payload }: BulkStep) {
    const worker = payload['workerId'];
    const [first] = chosen;
    const cohort = first?.cohort;
    const [room, freePlaces] = await Promise.all([
      typeof worker === 'string' && first
        ? this.cases.roomOf(actor, worker, first)
        : Number.POSITIVE_INFINITY,
      cohort ? this.cases.freePlaces(actor, cohort, this.clock.today()) : 0,
    ]);
    return { room, freePlaces };
  }
}

function splitSeen(seen: string): [string, number | undefined] {
  const [reference = '', version = ''] = seen.split(':');
  return [reference, /^\d{1,9}$/.test(version) ? Number(version) : undefined];
}
