import { type Actor } from '@app/access';
import { Calendars, Documents, LawPacks, liveTasks, type OpenedCase } from '@app/casework';
import { Contacts } from '@app/people';
import { Clock, longDay, plainDay } from '@app/statutory-calendar';
import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { type Page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { documentRow } from '../support/document-model';
import { factsOf } from './child-facts';
import { ChildPages } from './child-pages.service';
import { ChildStory, standingOf } from './child-story.service';
import { transferOf } from './transfer-model';

/** What goes to the council that a child has moved to, on one page that prints (handbook E-01). */
@Controller()
export class TransferPackController {
  constructor(
    private readonly pages: ChildPages,
    private readonly story: ChildStory,
    private readonly contacts: Contacts,
    private readonly documents: Documents,
    private readonly calendars: Calendars,
    private readonly laws: LawPacks,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFoundException while no case says that the child has moved */
  @Get(paths.children.transferPack(':id'))
  @Policy({ action: 'see the transfer pack of a child', roles: 'any', relation: 'child' })
  async show(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Page> {
    this.pages.mustWork(officer, 'see the transfer pack of a child');
    const opened = await this.pages.open(officer, id, 'the transfer pack');
    const cases = await this.story.cases(officer, opened);
    const { days: bankHolidays } = await this.calendars.bankHolidays(officer.authority);
    const packs = await this.laws.inForce(officer.authority);
    const transfer = transferOf(opened.child, cases, { bankHolidays, packs });
    if (!transfer) throw new NotFoundException();
    const documents = await Promise.all(cases.map((one) => this.documentsOf(officer, one)));
    return this.pages.show(opened, 'children/transfer-pack', {
      transfer,
      printed: longDay(this.clock.today()),
      by: officer.name,
      facts: factsOf(opened.child),
      contacts: await this.contacts.of(officer, id),
      cases: cases.map(standingOf),
      documents: documents.flat(),
      tasks: cases.flatMap(tasksOf),
      childHref: paths.children.one(id),
      chronologyHref: paths.children.chronology(id),
    });
  }

  private async documentsOf({ authority }: Actor, { file }: OpenedCase) {
    const rows = await this.documents.of(authority, file.id);
    return rows
      .filter(({ removedOn, scan }) => !removedOn && scan !== 'infected')
      .map((row) => ({ ...documentRow(row, file.reference, false), reference: file.reference }));
  }
}

function tasksOf({ file, pathway }: OpenedCase) {
  return liveTasks(file.tasks, pathway, file.state).map(({ text, why, dueOn }) => ({
    text,
    why,
    due: dueOn ? `by ${plainDay(dueOn)}` : '',
    reference: file.reference,
    href: paths.case(file.reference),
  }));
}
