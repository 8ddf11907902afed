import { type Actor, worksCases } from '@app/access';
import { CaseReader, CaseRecords, type CaseTask, Tasks } from '@app/casework';
import { longDay, plainDay } from '@app/statutory-calendar';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { ROLES, type Role } from '@app/pathways';
import { type FormBody } from '../forms/form-body';
import { type Page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { CasePages } from './case-pages.service';
import { stepHref } from './step-address';

const TASK = [':reference', ':id'] as const;

/** A task that a step left for somebody: what to do, why, and what came of it. */
@Controller()
export class TasksController {
  constructor(
    private readonly pages: CasePages,
    private readonly records: CaseRecords,
    private readonly reader: CaseReader,
    private readonly desk: Tasks,
  ) {}

  @Get(paths.caseFile.task(...TASK))
  @Policy({ action: 'see a task', roles: 'any', relation: 'case' })
  async show(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Param('id') id: string,
  ): Promise<Page> {
    const opened = await this.pages.open(officer, reference, 'a task');
    const task = await this.records.task(officer.authority, opened.file.id, id);
    if (!task) throw new NotFoundException();
    const { next, usual } = await this.reader.actions(officer, opened);
    const links = [
      ...(next ? [{ title: next.step.ask, type: next.step.event ?? '' }] : []),
      ...usual,
    ].slice(0, 4);
    const model = {
      task: {
        ...task,
        whose:
          task.officerName ??
          (task.forRole ? ROLES[task.forRole as Role] : 'Whoever holds the case'),
        opened: plainDay(task.openedOn),
        due: task.dueOn ? longDay(task.dueOn) : undefined,
        done: task.doneOn ? plainDay(task.doneOn) : undefined,
        href: paths.caseFile.task(reference, id),
      },
      links: links.map(({ title, type }) => ({ title, href: stepHref(reference, type) })),
      outcome: {
        kind: 'area',
        id: 'outcome',
        name: 'outcome',
        label: 'What came of it? (optional)',
        value: '',
        rows: 3,
      },
      mayFinish: mayFinish(officer, task),
    };
    return this.pages.show(opened, 'cases/task', model);
  }

  @Post(paths.caseFile.task(...TASK))
  @Policy({ action: 'finish a task', roles: 'any', relation: 'case' })
  async finish(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const opened = await this.pages.open(officer, reference, 'a task');
    const task = await this.records.task(officer.authority, opened.file.id, id);
    if (!task || !mayFinish(officer, task)) return this.show(officer, reference, id);
    const isDone = await this.desk.finish(officer, opened.file.id, id, one(body, 'outcome'));
    return redirect(paths.case(reference), {
      flash: isDone
        ? 'The task is done.'
        : 'Somebody had done this task already. Nothing was changed.',
    });
  }
}

/** Those who work with cases, and those for whose role the task is. */
const mayFinish = (officer: Actor, { forRole }: CaseTask) =>
  worksCases(officer) || officer.roles.some((role) => role === forRole);
