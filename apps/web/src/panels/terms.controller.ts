import { AccessDenied, type Actor } from '@app/access';
import { type PanelSeat, PanelTerms, termsAsTyped, termsForm } from '@app/panels';
import { plainDay } from '@app/statutory-calendar';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type FormBody } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { blankForm, type PanelForm, sentForm } from './panel-form';
import { backTo, PanelPages } from './panel-pages.service';
import { termsFacts } from './panel-words';

const SEE = { action: 'see the terms of a panel', roles: 'any' } as const;
const CHANGE = { action: 'change the terms of a panel', roles: 'any' } as const;
const SEEN = 'seen';

/** The terms of reference of a panel: as they are, as they were, and a change from a day on. */
@Controller()
export class TermsController {
  constructor(
    private readonly pages: PanelPages,
    private readonly terms: PanelTerms,
  ) {}

  @Get(paths.panels.terms(':code'))
  @Policy(SEE)
  async show(@SignedIn() officer: Actor, @Param('code') code: string): Promise<Page> {
    const seat = await this.pages.seat(officer, code);
    const versions = await this.terms.history(seat.panel);
    return page('panels/terms', {
      name: seat.panel.name,
      back: backTo(seat),
      changeHref: seat.setsTerms ? paths.panels.changeTerms(code) : undefined,
      versions: versions.map((version) => ({
        title: `From ${plainDay(version.validFrom)}`,
        isNow: version.number === seat.panel.termsNumber,
        facts: termsFacts(version.terms),
        reason: version.reason,
        by: version.setBy,
      })),
    });
  }

  @Get(paths.panels.changeTerms(':code'))
  @Policy(CHANGE)
  async ask(@SignedIn() officer: Actor, @Param('code') code: string): Promise<Page> {
    return blankForm(await this.form(await this.mayChange(officer, code)));
  }

  @Post(paths.panels.changeTerms(':code'))
  @Policy(CHANGE)
  async change(
    @SignedIn() officer: Actor,
    @Param('code') code: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const seat = await this.mayChange(officer, code);
    const seen = Number(one(body, SEEN) ?? 0);
    return sentForm(await this.form(seat), body, async (typed) => {
      await this.terms.change(officer, seat.panel, typed, seen);
      return redirect(paths.panels.terms(code), {
        flash: `The new terms hold from ${plainDay(typed.validFrom)}. Sittings that nobody has prepared follow them.`,
      });
    });
  }

  private async mayChange(officer: Actor, code: string): Promise<PanelSeat> {
    const seat = await this.pages.seat(officer, code);
    if (!seat.setsTerms) throw new AccessDenied(CHANGE.action);
    return seat;
  }

  private async form(seat: PanelSeat): Promise<PanelForm<typeof termsForm>> {
    const { panel } = seat;
    const [newest] = await this.terms.history(panel);
    return {
      title: `Change the terms of ${panel.name}`,
      lead: 'Everything is set together, from a day on. What has been decided before that day stays under the terms of its time.',
      schema: termsForm,
      action: paths.panels.changeTerms(panel.code),
      submit: 'Set these terms',
      back: { text: 'Terms of reference', href: paths.panels.terms(panel.code) },
      values: termsAsTyped(newest?.terms ?? panel.terms),
      hidden: [{ name: SEEN, value: String(newest?.number ?? panel.termsNumber) }],
    };
  }
}
