import { type Actor } from '@app/access';
import {
  type PanelInList,
  PanelMembers,
  Panels,
  PanelSittings,
  quorumGaps,
  seesAllPanels,
  STAGES,
} from '@app/panels';
import { Clock, londonTime, plainDay } from '@app/statutory-calendar';
import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { memberRow } from './member-row';
import { PanelPages } from './panel-pages.service';
import { cadenceWords, stageWords, termsFacts } from './panel-words';
import { sittingRow } from './sitting-row';

const SEE = { action: 'see the panels', roles: 'any' } as const;
/** Sittings that stand open on the page; later ones are folded away. */
const NEAREST = 8;

/** The panels that somebody sits on or looks after. */
@Controller()
export class PanelsController {
  constructor(
    private readonly panels: Panels,
    private readonly members: PanelMembers,
    private readonly sittings: PanelSittings,
    private readonly pages: PanelPages,
    private readonly clock: Clock,
  ) {}

  @Get(paths.panels.list)
  @Policy(SEE)
  async list(@SignedIn() officer: Actor): Promise<Page> {
    const panels = await this.panels.list(officer);
    if (!panels.length && !seesAllPanels(officer)) throw new NotFoundException();
    return page('panels/panels', {
      rows: panels.map(panelRow),
      links: aroundLinks(officer, panels),
    });
  }

  @Get(paths.panels.one(':code'))
  @Policy(SEE)
  async one(@SignedIn() officer: Actor, @Param('code') code: string): Promise<Page> {
    const seat = await this.pages.seat(officer, code);
    const { panel, runs, setsTerms } = seat;
    const today = this.clock.today();
    const [{ ahead, past }, everybody] = await Promise.all([
      this.sittings.diary(seat),
      this.members.history(panel),
    ]);
    const sits = everybody.filter(
      (it) => it.fromOn <= today && (!it.untilOn || it.untilOn >= today),
    );
    const rowOf = memberRow(seat, everybody);
    const links = {
      members: paths.panels.addMember(code),
      sittings: paths.panels.addSitting(code),
    };
    return page('panels/panel', {
      panel: {
        code,
        name: panel.name,
        purpose: panel.kind.purpose,
        cadence: cadenceWords(panel.terms),
      },
      gaps: quorumGaps(panel.terms.quorum, sits),
      sits: seat.memberIds.length > 0,
      nearest: ahead.slice(0, NEAREST).map((sitting) => sittingRow(seat, sitting)),
      later: ahead.slice(NEAREST).map((sitting) => sittingRow(seat, sitting)),
      past: past.map((sitting) => sittingRow(seat, sitting)),
      members: sits.map(rowOf),
      others: everybody.filter((it) => !sits.includes(it)).map(rowOf),
      facts: termsFacts(panel.terms),
      termsHref: paths.panels.terms(code),
      runs,
      setsTerms,
      links,
    });
  }
}

/** Pages that lie beside the panels, as far as this person may open them. */
function aroundLinks({ roles }: Actor, panels: readonly PanelInList[]) {
  const mayCheck = roles.includes('send_manager') || roles.includes('panel_chair');
  return [
    { text: 'Actions for schools', href: paths.around.schoolActions },
    ...(panels.some(({ code }) => code === 'vlg')
      ? [{ text: 'Watch list', href: paths.around.watchList }]
      : []),
    ...(mayCheck ? [{ text: 'Equality check', href: paths.around.equality }] : []),
  ];
}

/** A panel in the list. */
function panelRow({ code, name, kind, terms, next, last }: PanelInList) {
  return {
    href: paths.panels.one(code),
    name,
    purpose: kind.purpose,
    cadence: cadenceWords(terms),
    next: next && {
      href: paths.panels.sitting(code, next.id),
      day: plainDay(next.sitsOn),
      time: londonTime(next.startsAt),
      agenda: stageWords(next),
    },
    last: last && {
      href: paths.panels.sitting(code, last.id),
      day: plainDay(last.sitsOn),
      words: last.stage === 'closed' ? 'Approved' : STAGES[last.stage],
    },
  };
}
