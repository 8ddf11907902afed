import {
  CONFIDENTIALITY,
  MemberLinkOver,
  MemberLinks,
  type OpenLink,
  replyForm,
} from '@app/panels';
import { longDay } from '@app/statutory-calendar';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { type FormBody } from '../forms/form-body';
import { type Page, page, type Redirect } from '../page';
import { blankForm, type PanelForm, sentForm } from '../panels/panel-form';
import { timesWords } from '../panels/panel-words';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';

const OPEN = { action: 'answer by a link', roles: 'any', public: true } as const;
const signature = z.strictObject({});

/** What a member without an account sees behind their link: the panel and the day, and nothing of any child. */
@Controller()
export class AnswerController {
  constructor(private readonly links: MemberLinks) {}

  @Get(paths.panels.answerByLink(':token'))
  @Policy(OPEN)
  show(@Param('token') token: string): Promise<Page | Redirect> {
    return orOver(async () => blankForm(formOf(token, await this.links.open(token))));
  }

  @Post(paths.panels.answerByLink(':token'))
  @Policy(OPEN)
  answer(@Param('token') token: string, @Body() body: FormBody): Promise<Page | Redirect> {
    return orOver(async () => {
      const link = await this.links.open(token);
      if (!link.sitting) {
        await this.links.sign(token);
        return done('The statement is signed', link);
      }
      return sentForm(replying(token, link), body, async (typed) => {
        await this.links.reply(token, typed);
        return done('Your answer is kept', link);
      });
    });
  }
}

/** A link that is over, and one that never was, get the same answer. */
async function orOver(make: () => Promise<Page | Redirect>): Promise<Page | Redirect> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof MemberLinkOver)) throw error;
    return page('member-links/over', {}, { status: 404 });
  }
}

const done = (title: string, { panel }: OpenLink): Page =>
  page('member-links/done', { title, panel });

function formOf(token: string, link: OpenLink): PanelForm {
  if (link.sitting) return replying(token, link);
  return {
    title: 'Confidentiality statement',
    lead: `${link.member}, you sit on ${link.panel}. Read this before you sign.`,
    points: CONFIDENTIALITY,
    schema: signature,
    action: paths.panels.answerByLink(token),
    submit: 'I agree and sign',
  };
}

function replying(
  token: string,
  { member, panel, sitting }: OpenLink,
): PanelForm<typeof replyForm> {
  const { sitsOn, startsAt, minutes } = sitting!;
  const times = timesWords({ startsAt: new Date(startsAt), minutes });
  return {
    title: 'Can you come?',
    lead: `${member}, ${panel} sits on ${longDay(sitsOn)}, ${times}.`,
    schema: replyForm,
    action: paths.panels.answerByLink(token),
    submit: 'Send the answer',
  };
}
