import { AccessLog, type Actor } from '@app/access';
import { Contacts } from '@app/people';
import { Clock, longDay, plainDay } from '@app/statutory-calendar';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { timelineModel } from '../cases/timeline-model';
import { type Page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { csvFile } from '../safety/csv-cell';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { ChildPages } from './child-pages.service';
import { ChildStory, standingOf, type StoryItem } from './child-story.service';

const SEE = { action: 'see a child’s chronology', roles: 'any', relation: 'child' } as const;
const HEADINGS = ['Day', 'What happened', 'More', 'By', 'Case', 'Pathway'];
const MOST_RECENT = 8;

/** One chronology for a child over all cases, and one page that says it all. */
@Controller()
export class ChronologyController {
  constructor(
    private readonly pages: ChildPages,
    private readonly story: ChildStory,
    private readonly contacts: Contacts,
    private readonly log: AccessLog,
    private readonly clock: Clock,
  ) {}

  @Get(paths.children.chronology(':id'))
  @Policy(SEE)
  async chronology(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Query() query: unknown,
  ): Promise<Page> {
    const opened = await this.pages.open(officer, id, 'the chronology');
    const cases = await this.story.cases(officer, opened);
    const all = await this.story.chronology(officer, cases);
    const only = one(query, 'case');
    const shown = all.filter(({ reference }) => !only || reference === only);
    return this.pages.show(opened, 'children/chronology', {
      items: shown.map((item) => ({
        ...timelineModel(item, this.clock.today()),
        title: `${item.title}, ${item.reference}`,
      })),
      total: all.length,
      filters: [
        { text: 'All cases', href: paths.children.chronology(id), current: !only },
        ...cases.map(({ file, pathway }) => ({
          text: `${pathway.title}, ${file.reference}`,
          href: `${paths.children.chronology(id)}?case=${file.reference}`,
          current: only === file.reference,
        })),
      ],
      childHref: paths.children.one(id),
      summaryHref: paths.children.summary(id),
      downloadHref: paths.children.chronologyDownload(id),
    });
  }

  @Get(paths.children.chronologyDownload(':id'))
  @Policy({ action: 'download a child’s chronology', roles: 'any', relation: 'child' })
  async download(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const opened = await this.pages.open(officer, id, 'the chronology, as a file');
    const items = await this.story.chronology(officer, await this.story.cases(officer, opened));
    await this.log.looked(officer, { action: 'list.downloaded', childId: id, page: 'chronology' });
    reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="chronology.csv"');
    return csvFile(HEADINGS, items.map(csvRow));
  }

  @Get(paths.children.summary(':id'))
  @Policy({ action: 'see the summary of a child', roles: 'any', relation: 'child' })
  async summary(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Page> {
    const opened = await this.pages.open(officer, id, 'the one-page summary');
    const cases = await this.story.cases(officer, opened);
    const [items, contacts] = await Promise.all([
      this.story.chronology(officer, cases),
      this.contacts.of(officer, id),
    ]);
    const today = this.clock.today();
    const places = cases.map(standingOf);
    return this.pages.show(opened, 'children/summary', {
      printed: longDay(today),
      by: officer.name,
      open: places.filter(({ isOpen }) => isOpen),
      closed: places.filter(({ isOpen }) => !isOpen),
      contacts,
      recent: items.slice(0, MOST_RECENT).map((item) => ({
        title: item.title,
        on: plainDay(item.on),
        reference: item.reference,
        gist: item.gist,
      })),
      chronologyHref: paths.children.chronology(id),
    });
  }
}

function csvRow({ on, title, gist, answers, by, reference, pathwayTitle }: StoryItem): string[] {
  const more = answers.map(({ label, value }) => `${label}: ${value}`).join('; ') || gist;
  return [plainDay(on), title, more, by, reference, pathwayTitle];
}
