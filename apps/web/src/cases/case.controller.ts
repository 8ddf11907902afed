import { AccessLog, type Actor } from '@app/access';
import {
  CaseLinks,
  Drafts,
  CaseReader,
  CaseRecords,
  type OpenedCase,
  timelineOf,
  type TimelineItem,
} from '@app/casework';
import { overlayOf } from '@app/pathways';
import { Controller, Get, Param } from '@nestjs/common';
import { londonDay, londonTime, longDay, plainDay } from '@app/statutory-calendar';
import { CaseForecast } from '../forecast/case-forecast.service';
import { type Page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { adviceRows } from './advice-model';
import { CasePages } from './case-pages.service';
import { clockRow } from './clock-row';
import { draftsModel, linkedModel } from './linked-model';
import { messageRow } from './message-row';
import { overviewModel, peopleOf } from './overview-model';
import { timelineModel } from './timeline-model';

const SEE = { action: 'see a case', roles: 'any', relation: 'case' } as const;

const RELATIONS: Readonly<Record<string, string>> = {
  owner: 'Holds the case',
  cover: 'Covers the case',
  team: 'Same team',
  authority: 'Oversees the cases of the council',
  own_unit: 'Leads the unit that holds the place',
  own_school: 'The child’s school',
};

/** The pages of a case that only show: overview, advice, dates, timeline, people, messages, who has looked. */
@Controller()
export class CaseController {
  constructor(
    private readonly pages: CasePages,
    private readonly reader: CaseReader,
    private readonly records: CaseRecords,
    private readonly log: AccessLog,
    private readonly links: CaseLinks,
    private readonly drafts: Drafts,
    private readonly forecast: CaseForecast,
  ) {}

  @Get(paths.case(':reference'))
  @Policy(SEE)
  async overview(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    const opened = await this.pages.open(officer, reference, 'overview');
    const [actions, items, notes, linked, referred, drafts, forecast] = await Promise.all([
      this.reader.actions(officer, opened),
      this.items(officer, opened),
      this.records.notes(officer.authority, opened.file.id, 1),
      this.links.of(officer, opened.file),
      this.links.waiting(opened.file),
      this.drafts.unfinished(officer, reference),
      this.forecast.of(officer, opened),
    ]);
    const model = {
      ...overviewModel(opened, { actions, items, notes, lines: this.reader.clocks(opened) }),
      ...linkedModel(linked, referred),
      drafts: draftsModel(opened, drafts),
      forecast,
      chronologyHref: paths.children.chronology(opened.file.childId),
    };
    return this.pages.show(opened, 'cases/overview', model, { current: 'Overview' });
  }

  @Get(paths.caseFile.advice(':reference'))
  @Policy(SEE)
  async advice(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    const opened = await this.pages.open(officer, reference, 'advice');
    return this.pages.show(
      opened,
      'cases/advice',
      { advisers: adviceRows(opened) },
      { current: 'Advice' },
    );
  }

  @Get(paths.caseFile.dates(':reference'))
  @Policy(SEE)
  async dates(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    const opened = await this.pages.open(officer, reference, 'dates');
    const lines = this.reader.clocks(opened);
    const rows = (status: string) =>
      lines.filter(({ clock }) => clock.status === status).map((line) => clockRow(line, reference));
    const groups = [
      { title: 'Running', rows: rows('open') },
      { title: 'Done', rows: rows('met') },
      { title: 'No longer running', rows: rows('void') },
    ];
    return this.pages.show(
      opened,
      'cases/dates',
      {
        groups: groups.filter((group) => group.rows.length),
        settings: overlayOf(opened.file.state.context)?.version,
      },
      { current: 'Dates and clocks' },
    );
  }

  @Get(paths.caseFile.timeline(':reference'))
  @Policy(SEE)
  async timeline(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    const opened = await this.pages.open(officer, reference, 'timeline');
    const items = (await this.items(officer, opened)).map((item) => ({
      ...timelineModel(item, opened.today),
      correctHref:
        item.kind === 'event' && item.version
          ? paths.caseFile.correct(reference, String(item.version))
          : undefined,
    }));
    return this.pages.show(opened, 'cases/timeline', { items }, { current: 'Timeline' });
  }

  @Get(paths.caseFile.people(':reference'))
  @Policy(SEE)
  async people(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    const opened = await this.pages.open(officer, reference, 'people');
    const { contacts, childId, ownerId, ownerName } = opened.file;
    const { roles = [] } = opened.pathway.events['ALLOCATED'] ?? {};
    const mayMove = ownerId !== null && roles.some((role) => officer.roles.includes(role));
    const officers = peopleOf(opened).slice(Math.min(2, contacts.length));
    return this.pages.show(
      opened,
      'cases/people',
      {
        contacts,
        officers,
        childHref: paths.children.one(childId),
        ownerName,
        handOverHref: mayMove ? `${paths.handOver}?from=${ownerId}` : undefined,
      },
      { current: 'People' },
    );
  }

  @Get(paths.caseFile.messages(':reference'))
  @Policy(SEE)
  async messages(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    const opened = await this.pages.open(officer, reference, 'messages');
    const rows = (await this.records.messages(officer.authority, opened.file.id)).map(messageRow);
    return this.pages.show(opened, 'cases/messages', { rows }, { current: 'Messages sent' });
  }

  @Get(paths.caseFile.looked(':reference'))
  @Policy(SEE)
  async looked(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    const opened = await this.pages.open(officer, reference, 'who has looked');
    const { childId, id: caseId } = opened.file;
    const rows = (await this.log.lookedAt(officer.authority, { childId, caseId })).map(
      ({ at, officer: name, page, relation, refused }) => ({
        when: `${plainDay(londonDay(at))}, ${londonTime(at)}`,
        name: name ?? 'Causeway',
        page: page ?? 'the record',
        relation: refused ? 'Refused' : (RELATIONS[relation ?? ''] ?? ''),
      }),
    );
    return this.pages.show(opened, 'cases/looked', { rows }, { current: 'Who has looked' });
  }

  @Get(paths.caseFile.summary(':reference'))
  @Policy(SEE)
  async summary(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    const opened = await this.pages.open(officer, reference, 'summary');
    const [actions, items, notes] = await Promise.all([
      this.reader.actions(officer, opened),
      this.items(officer, opened),
      this.records.notes(officer.authority, opened.file.id),
    ]);
    const lines = this.reader.clocks(opened);
    const model = {
      ...overviewModel(opened, { actions, items, notes, lines }),
      clocks: lines
        .filter(({ clock }) => clock.status !== 'void')
        .map((line) => clockRow(line, reference)),
      items: items.map((item) => timelineModel(item, opened.today)),
      notes: notes.map(({ author, at, text }) => ({
        by: author,
        on: plainDay(londonDay(at)),
        text,
      })),
      contacts: opened.file.contacts,
      people: peopleOf(opened).slice(Math.min(2, opened.file.contacts.length)),
      printed: longDay(opened.today),
    };
    return this.pages.show(opened, 'cases/summary', model, { current: 'Summary to print' });
  }

  private async items(officer: Actor, opened: OpenedCase): Promise<TimelineItem[]> {
    const messages = await this.records.messages(officer.authority, opened.file.id);
    return timelineOf(opened.pathway, { ...opened, messages });
  }
}
