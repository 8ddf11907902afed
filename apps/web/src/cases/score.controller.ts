import { type Actor } from '@app/access';
import { CaseReader } from '@app/casework';
import {
  type EventDefinition,
  inForce,
  type Score,
  type ScoreAnswers,
  scoreAnswers,
  vulnerabilityScore,
  y6Policy,
} from '@app/pathways';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { type Answers, eventForm, readAnswers } from '../forms/event-form';
import { type FormBody } from '../forms/form-body';
import { type Page, type Redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { CasePages } from './case-pages.service';
import { draftAnswers, mayBackdate, RecordForms, type Recording } from './record-form.service';
import { RecordSteps } from './record-steps.service';

const STEP = 'score-confirmed';
const RECORD = { action: 'confirm a vulnerability score', roles: 'any', relation: 'case' } as const;

/** The vulnerability score, item by item: the server adds it up, a person confirms it. */
@Controller()
export class ScoreSheetController {
  constructor(
    private readonly pages: CasePages,
    private readonly steps: RecordSteps,
    private readonly reader: CaseReader,
    private readonly forms: RecordForms,
  ) {}

  @Get(paths.caseFile.record(':reference', STEP))
  @Policy(RECORD)
  async sheet(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    const recording = await this.steps.recordingOf(officer, reference, STEP);
    if (!this.steps.may(recording)) return this.steps.notYours(recording);
    const reasons = await this.reader.against(officer, recording.opened, recording.type);
    if (reasons.length) return this.steps.refused(recording, reasons);
    const draft = await this.forms.find(recording);
    return this.show(recording, draft && draftAnswers(draft, recording), undefined);
  }

  @Post(paths.caseFile.record(':reference', STEP))
  @Policy(RECORD)
  async confirm(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const recording = await this.steps.recordingOf(officer, reference, STEP);
    if (!this.steps.may(recording)) return this.steps.notYours(recording);
    const answers = readAnswers(sheetOf(recording.definition), body, {
      today: recording.opened.today,
      mayBackdate: mayBackdate(officer),
    });
    const score = vulnerabilityScore(
      itemsIn(answers),
      inForce(y6Policy, recording.opened.file.state.context),
    );
    if (one(body, 'act') === 'sum')
      return this.show(recording, { ...answers, problems: [] }, score);
    if (answers.problems.length) return this.show(recording, answers, score);
    if (score.tvs === undefined)
      return this.show(
        recording,
        {
          ...answers,
          problems: [{ field: 'attendance', text: 'Answer at least one item of the score' }],
        },
        score,
      );
    return this.steps.send(recording, {
      ...answers,
      payload: payloadOf(answers, score, score.tvs),
    });
  }

  private show(
    { opened, definition }: Recording,
    answers: Answers | undefined,
    score: Score | undefined,
  ): Page {
    const { reference, version, state } = opened.file;
    const { threshold, completeness } = inForce(y6Policy, state.context);
    const form = eventForm({
      definition: {
        title: definition.title,
        payload: sheetOf(definition),
        ...(definition.hint && { hint: definition.hint }),
      },
      action: paths.caseFile.record(reference, STEP),
      today: opened.today,
      expectedVersion: version,
      cancelHref: paths.case(reference),
      ...(answers && { answers }),
    });
    const problems = answers?.problems ?? [];
    const model = {
      form,
      problems,
      score: score && scoreWords(score),
      threshold,
      completeness,
      stepTitle: definition.title,
    };
    return this.pages.show(opened, 'cases/score', model, { status: problems.length ? 422 : 200 });
  }
}

/** Questions of the step itself that stand below the items of the score. */
const BESIDE = ['override', 'overrideReason', 'overrideBy', 'panelOn'];

/** The questions of the sheet: the items of the score, then what the step itself asks beside them. */
function sheetOf({ payload }: EventDefinition): z.ZodObject {
  const shape: z.ZodRawShape = payload.shape;
  const beside = Object.fromEntries(
    BESIDE.flatMap((name) => (shape[name] ? [[name, shape[name]]] : [])),
  );
  return z.strictObject({ ...scoreAnswers.shape, ...beside });
}

function itemsIn({ payload }: Answers): ScoreAnswers {
  const read = scoreAnswers.safeParse(
    Object.fromEntries(Object.keys(scoreAnswers.shape).map((name) => [name, payload[name]])),
  );
  return read.success ? read.data : {};
}

function payloadOf({ payload }: Answers, { items, completeness }: Score, tvs: number) {
  const given = items.flatMap(({ code, points }) =>
    points === null ? [] : [[code, points] as const],
  );
  const beside = BESIDE.flatMap((name) =>
    payload[name] === undefined ? [] : [[name, payload[name]] as const],
  );
  return { tvs, completeness, items: Object.fromEntries(given), ...Object.fromEntries(beside) };
}

function scoreWords({ items, raw, available, completeness, tvs, band }: Score) {
  return {
    items: items.map(({ code, label, points, max }) => ({
      code,
      label,
      max,
      points: points === null ? 'Not answered' : points,
    })),
    raw,
    available,
    completeness,
    tvs,
    band,
    words:
      tvs === undefined
        ? 'Nothing is answered yet.'
        : `${raw} of ${available} points, which is ${tvs} of 100. ${completeness} per cent of the score is answered. Suggested support: ${band ?? ''}.`,
  };
}
