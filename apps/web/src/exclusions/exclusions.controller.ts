import { AccessLog, type Actor } from '@app/access';
import { Calendars, stateOfClock } from '@app/casework';
import { pathwayNamed } from '@app/pathways';
import { Exclusions, type RegisteredExclusion } from '@app/reporting';
import {
  type Calendar,
  type CalendarDay,
  Clock,
  londonTime,
  plainDay,
  shortDay,
} from '@app/statutory-calendar';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { fileAnswer, fileHrefs } from '../boards/board-file';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { EXCLUSION_ROLES, exclusionsHref, seesAll, viewAsked, VIEWS } from './exclusions-asked';

const SEE = { action: 'see the register of exclusions', roles: EXCLUSION_ROLES } as const;
const HEADINGS = [
  'Case',
  'Child',
  'School',
  'Kind',
  'First day',
  'Where it stands',
  'Education since',
  'Next date',
  'What is due',
  'Officer',
];

/** The register of exclusions: who, which school, which day, where it stands, and the next date with its why. */
@Controller()
export class ExclusionsController {
  constructor(
    private readonly exclusions: Exclusions,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.exclusions.list)
  @Policy(SEE)
  async list(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const view = viewAsked(query);
    const today = this.clock.today();
    const isWhole = seesAll(officer.roles);
    const [all, calendar, reported] = await Promise.all([
      this.exclusions.registered(officer, today),
      this.calendars.forAuthority(officer.authority),
      isWhole ? this.exclusions.notRecorded(officer.authority, today) : [],
    ]);
    await this.log.looked(officer, { action: 'list.seen', page: 'exclusions' });
    const shown = all.filter(VIEWS[view]!.has);
    return page('exclusions/exclusions', {
      views: Object.entries(VIEWS).map(([key, { text, has }]) => ({
        text,
        href: exclusionsHref(key),
        count: all.filter(has).length,
        current: key === view,
      })),
      means: VIEWS[view]!.means,
      asAt: `${plainDay(today)}, ${londonTime(this.clock.now())}`,
      rows: shown.map((row) => ({ ...inWords(row), due: dueOf(row, today, calendar) })),
      count: shown.length,
      reported: reported.map(({ childId, name, schoolName, firstDay }) => ({
        name,
        school: schoolName,
        on: shortDay(firstDay),
        href: paths.children.one(childId),
      })),
      isWhole,
      ...fileHrefs(exclusionsHref(view, paths.exclusions.download)),
    });
  }

  @Get(paths.exclusions.download)
  @Policy(SEE)
  async download(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const all = await this.exclusions.registered(officer, this.clock.today());
    await this.log.looked(officer, { action: 'list.downloaded', page: 'exclusions' });
    const rows = all.filter(VIEWS[viewAsked(query)]!.has).map((row) => {
      const { reference, name, school, kind, stage, next } = inWords(row);
      const [first, education] = [
        { day: row.firstDay },
        row.educationOn && { day: row.educationOn },
      ];
      const due = row.next && { day: row.next.dueOn };
      return [
        reference,
        name,
        school,
        kind,
        first,
        stage,
        education,
        due,
        next?.label,
        row.ownerName,
      ];
    });
    return fileAnswer(reply, query, { name: 'exclusions', headings: HEADINGS, rows });
  }
}

const { clocks, copy } = pathwayNamed('exclusion');
const KINDS = { permanent: 'Permanent exclusion', suspension: 'Suspension' } as const;

function inWords(row: RegisteredExclusion) {
  return {
    reference: row.reference,
    href: paths.case(row.reference),
    name: row.name,
    school: row.schoolName ?? 'School not known',
    kind: KINDS[row.kind],
    first: shortDay(row.firstDay),
    stage: copy.states['work']?.[row.stage] ?? row.stage,
    standing: row.standing,
    officer: row.ownerName ?? 'No officer',
    education: row.educationOn ? `Education since ${shortDay(row.educationOn)}` : undefined,
    next: clocks.find(({ code }) => code === row.next?.code),
  };
}

function dueOf({ reference, next }: RegisteredExclusion, today: CalendarDay, calendar: Calendar) {
  const rule = next && clocks.find(({ code }) => code === next.code);
  if (!next || !rule) return undefined;
  const clock = { ...next, status: 'open', endedOn: null } as const;
  return {
    what: rule.ask,
    date: {
      text: shortDay(next.dueOn),
      whyHref: paths.caseFile.why(reference, next.code, String(next.occurrence)),
      whyOf: rule.label,
      state: stateOfClock(clock, { today, calendar }),
    },
  };
}
