import { type Actor, type Relation } from '@app/access';
import { Statements } from '@app/database';
import {
  advance,
  type Facts,
  NotAllowedNow,
  type Pathway,
  type PathwayEvent,
  pathwayNamed,
  possibilities,
  type Reason,
} from '@app/pathways';
import { type Calendar, type CalendarDay, Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { Calendars } from '../calendars';
import { BEFORE_ANSWERS, factsFor } from '../facts';
import { asCorrected, historyOf } from '../history';
import { calendarsLeft } from '../recount';
import { actionsOf, type CaseActions } from './case-actions';
import { type CaseFile, type FileClock, type FileEvent } from './case-file';
import { CaseFiles } from './case-files.repository';
import { CaseRecords } from './case-records.repository';
import { type ClockLine, clockLines } from './clock-lines';
import { type Names, namedIn } from './event-words';
import { asKnown, type Restatement, restatementsOf } from './restatements';
import { type WhyDate, whyDate } from './why-date';
import { hangingWith } from './why-hanging';

/** A case that somebody has opened, with all that its pages are made of. */
export interface OpenedCase {
  readonly file: CaseFile;
  readonly relation: Relation;
  readonly pathway: Pathway;
  /** The whole history as it is known today, newest first. */
  readonly history: readonly FileEvent[];
  /** What was corrected in it, newest first. */
  readonly restatements: readonly Restatement[];
  readonly names: Names;
  /** The calendar of the child’s school. */
  readonly calendar: Calendar;
  readonly today: CalendarDay;
}

/** What tells the clocks of one case apart. */
type ClockKey = Pick<FileClock, 'code' | 'subject' | 'occurrence'>;

/** Reads a case for its pages: what it is, what happened, what can be done. Changes nothing. */
@Injectable()
export class CaseReader {
  constructor(
    @Inject(CaseFiles) private readonly files: CaseFiles,
    @Inject(CaseRecords) private readonly records: CaseRecords,
    @Inject(Calendars) private readonly calendars: Calendars,
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws CaseNotFound also for a case that this person may not know of */
  async open(actor: Actor, reference: string): Promise<OpenedCase> {
    const { relation, ...file } = await this.files.open(actor, reference);
    const pathway = pathwayNamed(file.pathway, file.pathwayVersion);
    const [written, calendar] = await Promise.all([
      this.files.history(actor.authority, file.id),
      this.calendars.forSchool(actor.authority, file.childUrn),
    ]);
    const history = asKnown(written);
    const ids = namedIn(pathway, [...history, ...written]);
    const schools = file.clocks
      .filter(({ code }) => code === 'consult_due')
      .map(({ subject }) => subject);
    const names = await this.records.names(actor.authority, {
      officers: ids.officers,
      schools: [...ids.schools, ...schools],
    });
    const restatements = restatementsOf(pathway, written, names);
    return {
      file,
      relation,
      pathway,
      history,
      restatements,
      names,
      calendar,
      today: this.clock.today(),
    };
  }

  /** What this person can do on the case now, and what stands against the rest. */
  async actions(actor: Actor, opened: OpenedCase): Promise<CaseActions> {
    const { file, pathway, today, calendar, names } = opened;
    const facts = await this.factsOf(actor, opened);
    return actionsOf(file, pathway, { actor, today, calendar, facts, schools: names.schools });
  }

  /** What stands against recording this event now, before anything is typed; empty when it can be recorded. */
  async against(actor: Actor, opened: OpenedCase, type: string): Promise<readonly Reason[]> {
    const { pathway, file, today } = opened;
    const facts = await this.factsOf(actor, opened);
    const [found] = possibilities(pathway, file.state, { occurredOn: today, facts }, [type]);
    return (
      found?.reasons ?? notFromHere(pathway, file, { type, occurredOn: today, payload: {}, facts })
    );
  }

  /** The clocks in words. */
  clocks({ file, pathway, today, calendar, history, names }: OpenedCase): ClockLine[] {
    return clockLines(file, pathway, { today, calendar, history, schools: names.schools });
  }

  /** Why a clock of the case has its date, and what hangs on it; undefined where the case has no such clock. */
  async why(actor: Actor, opened: OpenedCase, wanted: ClockKey): Promise<WhyDate | undefined> {
    const { file, calendar, names } = opened;
    const clock = file.clocks.find(
      ({ code, subject, occurrence }) =>
        code === wanted.code && subject === wanted.subject && occurrence === wanted.occurrence,
    );
    if (!clock) return undefined;
    const written = await historyOf(this.statements, file.id);
    const left = await calendarsLeft(this.calendars, actor.authority, written);
    const told = { pathway: opened.pathway, rows: asCorrected(written), calendar, left };
    const hanging = hangingWith(told, clock);
    return whyDate({ ...opened, clock, schools: names.schools, hanging });
  }

  private factsOf(actor: Actor, { file, today, calendar }: OpenedCase): Promise<Facts> {
    const clocks = file.clocks.map((clock) => ({ ...clock, firesOn: null, calendarVersion: '' }));
    const subject = { ...file, clocks, repeated: null };
    return factsFor(this.statements, {
      actor,
      subject,
      occurredOn: today,
      payload: {},
      needs: BEFORE_ANSWERS,
      calendar: () => Promise.resolve(calendar),
    });
  }
}

/** The door's own words for an event that has no arrow from here. */
function notFromHere(
  pathway: Pathway,
  { state }: CaseFile,
  event: PathwayEvent,
): readonly Reason[] {
  try {
    advance(pathway, state, event);
    return [];
  } catch (error) {
    if (error instanceof NotAllowedNow) return error.reasons;
    throw error;
  }
}
