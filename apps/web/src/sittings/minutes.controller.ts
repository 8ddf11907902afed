import { type Actor } from '@app/access';
import { MinutesBook, SittingRoom } from '@app/panels';
import { ask } from '@app/pathways';
import { plainDay } from '@app/statutory-calendar';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { type FormBody } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { blankForm, type PanelForm, sentForm } from '../panels/panel-form';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { sittingHead } from './sitting-words';

const READ = { action: 'read the minutes of a panel', roles: 'any' } as const;
const WRITE = { action: 'approve or correct the minutes of a panel', roles: 'any' } as const;

const addendumForm = z.strictObject({ text: ask.area('What is corrected?') });

/** The minutes: drafted from the record, approved by the chair, corrected beside it. */
@Controller()
export class MinutesController {
  constructor(
    private readonly minutes: MinutesBook,
    private readonly room: SittingRoom,
  ) {}

  @Get(paths.sittings.minutes(':id'))
  @Policy(READ)
  async show(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Page> {
    const { at, model } = await this.minutes.of(officer, id);
    const isUnchanged = await this.minutes.isUnchanged(officer, id);
    return page('sittings/minutes', {
      head: sittingHead(at),
      isUnchanged,
      approved: model.approved && {
        ...model.approved,
        on: plainDay(model.approved.on),
      },
      seenUntil: at.sitting.seenUntil && plainDay(at.sitting.seenUntil),
      items: model.items.map((item) => ({
        ...item,
        actions: item.actions.map((action) => ({ ...action, dueOn: plainDay(action.dueOn) })),
        reviewOn: item.reviewOn && plainDay(item.reviewOn),
      })),
      addenda: model.addenda.map((each) => ({ ...each, on: plainDay(each.on) })),
      approveHref: paths.sittings.approve(id),
      addendumHref: paths.sittings.addendum(id),
      files: ['minutes.pdf', 'minutes.docx'].map((file) => ({
        text: file.endsWith('pdf') ? 'Minutes (PDF)' : 'Minutes (Word)',
        href: paths.sittings.paper(id, file),
      })),
    });
  }

  @Post(paths.sittings.approve(':id'))
  @Policy(WRITE)
  async approve(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Redirect> {
    await this.minutes.approve(officer, id);
    return redirect(paths.sittings.minutes(id), {
      flash: 'The minutes are approved. From here on a correction stands beside them.',
    });
  }

  @Get(paths.sittings.addendum(':id'))
  @Policy(WRITE)
  async askAddendum(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Page> {
    await this.room.enterRunning(officer, id);
    return blankForm(addendum(id));
  }

  @Post(paths.sittings.addendum(':id'))
  @Policy(WRITE)
  async add(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    await this.room.enterRunning(officer, id);
    return sentForm(addendum(id), body, async ({ text }) => {
      await this.minutes.addendum(officer, id, { text });
      return redirect(paths.sittings.minutes(id), { flash: 'The addendum is added.' });
    });
  }
}

const addendum = (id: string): PanelForm<typeof addendumForm> => ({
  title: 'Add to the minutes',
  lead: 'Approved minutes are not changed. What you write stands below them, with your name and the day.',
  schema: addendumForm,
  action: paths.sittings.addendum(id),
  submit: 'Add it',
  back: { text: 'The minutes', href: paths.sittings.minutes(id) },
});
