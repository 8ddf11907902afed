import { type Actor } from '@app/access';
import {
  BadPayload,
  clockWords,
  type OpenedCase,
  recipientInWords,
  type UndoPreview,
  UndoService,
  VersionConflict,
} from '@app/casework';
import { NotAllowedNow, pathways } from '@app/pathways';
import { londonDay, londonTime, longDay, plainDay } from '@app/statutory-calendar';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { CasePages } from './case-pages.service';

const TAKE_BACK = { action: 'take the last step back', roles: 'any', relation: 'case' } as const;

interface Typed {
  readonly reason: string;
  readonly tellThem: boolean;
}

/** The last step, taken back: first what it would do, then the reason, then it is done. */
@Controller()
export class UndoController {
  constructor(
    private readonly pages: CasePages,
    private readonly steps: UndoService,
  ) {}

  @Get(paths.caseFile.takeBack(':reference'))
  @Policy(TAKE_BACK)
  async look(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    return this.show(officer, reference, { reason: '', tellThem: true }, []);
  }

  @Post(paths.caseFile.takeBack(':reference'))
  @Policy(TAKE_BACK)
  async takeBack(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const typed = { reason: one(body, 'reason') ?? '', tellThem: one(body, 'tellThem') === 'true' };
    try {
      const told = await this.steps.undo(officer, reference, {
        ...typed,
        expectedVersion: Number(one(body, 'expectedVersion')),
        commandKey: one(body, 'commandKey'),
      });
      const also =
        typed.tellThem && told.length ? ' A task asks you to tell those who had heard.' : '';
      return redirect(paths.case(reference), { flash: `The step is taken back.${also}` });
    } catch (error) {
      return this.show(officer, reference, typed, problemsOf(error), statusOf(error));
    }
  }

  private async show(
    officer: Actor,
    reference: string,
    typed: Typed,
    problems: readonly Problem[],
    status = 200,
  ): Promise<Page> {
    const opened = await this.pages.open(officer, reference, 'taking a step back');
    const preview = await this.steps.preview(officer, reference);
    return this.pages.show(
      opened,
      'cases/take-back',
      {
        problems,
        preview: inWords(opened, preview),
        action: paths.caseFile.takeBack(reference),
        expectedVersion: opened.file.version,
        commandKey: randomUUID(),
        reason: {
          kind: 'area',
          id: 'reason',
          name: 'reason',
          label: 'Why is the step taken back?',
          value: typed.reason,
          rows: 3,
          problem: problems[0]?.text,
        },
        tellThem: {
          kind: 'yesNo',
          id: 'tellThem',
          name: 'tellThem',
          label: 'Remind me to tell those who have heard?',
          options: [
            { value: 'true', text: 'Yes, leave me a task', chosen: typed.tellThem },
            { value: 'false', text: 'No', chosen: !typed.tellThem },
          ],
        },
      },
      { status },
    );
  }
}

function problemsOf(error: unknown): Problem[] {
  const about = (text: string) => [{ field: 'reason', text }];
  if (error instanceof BadPayload) return about(error.problems[0]?.message ?? 'Give a reason');
  if (error instanceof NotAllowedNow)
    return about(error.reasons[0]?.text ?? 'It cannot be taken back');
  if (error instanceof VersionConflict)
    return about(
      'Somebody else recorded a newer step meanwhile. Look again at what would be taken back',
    );
  throw error;
}

function statusOf(error: unknown): number {
  return error instanceof VersionConflict ? 409 : 422;
}

function inWords({ pathway, file, names }: OpenedCase, preview: UndoPreview) {
  const definition = pathway.events[preview.type];
  const stage = preview.stages['work'] ?? '';
  return {
    title: definition?.happened ?? definition?.title ?? preview.type,
    when: `${plainDay(londonDay(preview.recordedAt))}, ${londonTime(preview.recordedAt)}`,
    against: preview.against,
    stage: stage === file.stage ? undefined : (pathway.copy.states['work']?.[stage] ?? stage),
    clocks: preview.clocks.map(({ code, subject, change, dueOn }) => ({
      label: labelOf(pathway, code, subject, names.schools),
      change:
        change === 'gone'
          ? 'stops running'
          : `${change === 'moves' ? 'moves to' : 'runs again, due'} ${longDay(dueOn)}`,
    })),
    place: {
      claimed: 'The place is given back.',
      'given back': 'The place is held again.',
      untouched: undefined,
    }[preview.left.place],
    tasks: preview.left.tasks,
    referrals: preview.left.referrals.map(
      (name) => pathways.find((it) => it.name === name)?.title ?? name,
    ),
    waiting: preview.left.waiting,
    told: preview.left.told.map(({ who, subject }) => ({ who: recipientInWords(who), subject })),
  };
}

function labelOf(
  { clocks }: OpenedCase['pathway'],
  code: string,
  subject: string,
  schools: OpenedCase['names']['schools'],
): string {
  const rule = clocks.find((it) => it.code === code);
  return rule ? clockWords(rule, subject, schools).label : code;
}
