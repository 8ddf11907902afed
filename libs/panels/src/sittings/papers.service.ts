import { type Actor } from '@app/access';
import { AtRiskReader } from '@app/attendance';
import { Statements } from '@app/database';
import { Clock, londonTime } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { agendaCsv } from '../documents/agenda-csv';
import { type AttendanceFacts, type Pack, type PackItem } from '../documents/models';
import { minutesPaper } from '../documents/paper/minutes-paper';
import { packPaper } from '../documents/paper/pack-paper';
import { type PaperFile, paperFile } from '../documents/paper-file';
import { SERVICES } from '../pure/terms';
import { type AtSitting, comeTo } from './at-sitting';
import { attendanceFacts } from './at-risk-facts';
import { factsOfItems, type ItemFacts } from './item-facts';
import { type Item } from './items';
import { actionLine, subjectOf } from './minuted-item';
import { MinutesBook } from './minutes.service';
import { logTaken } from './paper-log';
import { sittingFacts } from './sitting-facts';
import { SittingNotFound } from './sitting';

/** Papers and their formats, as the last part of their address. */
const FILES = {
  'pack.pdf': ['pack', 'pdf'],
  'pack.docx': ['pack', 'docx'],
  'agenda.csv': ['agenda', 'csv'],
  'minutes.pdf': ['minutes', 'pdf'],
  'minutes.docx': ['minutes', 'docx'],
} as const;

/** The papers of a sitting: made for one reader from what that reader may see, marked with their name, and logged. */
@Injectable()
export class Papers {
  constructor(
    private readonly statements: Statements,
    private readonly minutes: MinutesBook,
    private readonly atRisk: AtRiskReader,
    private readonly clock: Clock,
  ) {}

  /** What the case and earlier sittings say about one item that the reader may read. */
  async factsOf(item: Item): Promise<ItemFacts | undefined> {
    return (await factsOfItems(this.statements, [item])).get(item.id);
  }

  /** The term's line of attendance of the children of these items, by child, on the day of the sitting. */
  async attendanceOf(
    { sitting }: Pick<AtSitting, 'sitting'>,
    items: readonly Item[],
  ): Promise<Map<string, AttendanceFacts>> {
    const ids = items.flatMap(({ childId }) => childId ?? []);
    const today = this.clock.today();
    const day = sitting.sitsOn < today ? sitting.sitsOn : today;
    const data = await this.atRisk.forChildren(sitting.authority, ids, day);
    return new Map(
      ids.flatMap((id) => {
        const facts = attendanceFacts(data.get(id));
        return facts ? [[id, facts] as const] : [];
      }),
    );
  }

  /** The papers as a model, with the items of this reader only. @throws SittingNotFound */
  async pack(actor: Actor, sittingId: string): Promise<Pack> {
    const at = await comeTo(this.statements, actor, sittingId, this.clock.today());
    const facts = await factsOfItems(this.statements, at.items);
    const attendance = await this.attendanceOf(at, at.items);
    const own = at.seat.members[0];
    return {
      sitting: await sittingFacts(this.statements, at.sitting),
      copy: {
        name: actor.name,
        role: own ? SERVICES[own.service] : 'Coordinator',
        takenAt: this.clock.now(),
        ...(at.sitting.seenUntil && { accessEndsOn: at.sitting.seenUntil }),
      },
      items: at.items.map((item, index) => {
        const line = attendance.get(item.childId ?? '');
        return {
          ...packItem(at, item, index, facts.get(item.id)),
          ...(line && { attendance: line }),
        };
      }),
      notForYou: at.hidden,
    };
  }

  /** One file for one reader; who took it and when is kept. @throws SittingNotFound for anything that is not there for them */
  async file(actor: Actor, sittingId: string, name: string): Promise<PaperFile> {
    if (!Papers.makes(name)) throw new SittingNotFound();
    const [what, format] = FILES[name as keyof typeof FILES];
    const { file, items } = await this.made(actor, sittingId, what, format);
    const at = this.clock.now();
    await logTaken(this.statements, actor, { sittingId, what, format, items, at });
    return file;
  }

  /** Whether there is a paper of this name. */
  static makes(name: string): boolean {
    return Object.hasOwn(FILES, name);
  }

  private async made(
    actor: Actor,
    sittingId: string,
    what: 'pack' | 'agenda' | 'minutes',
    format: 'pdf' | 'docx' | 'csv',
  ): Promise<{ file: PaperFile; items: number }> {
    if (what === 'minutes') {
      const { model } = await this.minutes.of(actor, sittingId);
      const file = await paperFile(minutesPaper(model), format === 'docx' ? 'word' : 'pdf');
      return { file, items: model.items.length };
    }
    const pack = await this.pack(actor, sittingId);
    const items = pack.items.length;
    if (format === 'csv')
      return {
        file: { name: 'agenda.csv', type: 'text/csv; charset=utf-8', bytes: agendaCsv(pack) },
        items,
      };
    return { file: await paperFile(packPaper(pack), format === 'docx' ? 'word' : 'pdf'), items };
  }
}

const KINDS = { fresh: 'New', review: 'Review', school: 'Whole school' } as const;

/** The score stands with its parts. */
const SCORE = /^Score \d+$/;

/** What the first event of a case tells, under the headings of the room. */
const TOLD = [
  ['worry', 'The worry'],
  ['familyView', 'What the family says'],
  ['childView', 'What the child says'],
] as const;

function packItem(
  { sitting, starts }: AtSitting,
  item: Item,
  index: number,
  facts: ItemFacts | undefined,
): PackItem {
  const opening = facts?.opening ?? {};
  return {
    number: index + 1,
    startsAt: londonTime(starts.get(item.id) ?? sitting.startsAt),
    minutes: item.minutes,
    kind: KINDS[item.kind],
    subject: subjectOf(item),
    ...(item.lateWhy && { lateBecause: item.lateWhy }),
    why: item.because
      .filter((text) => !item.scoreParts.length || !SCORE.test(text))
      .map((text) => ({ text })),
    ...(item.scoreParts.length && {
      score: {
        total: item.score,
        parts: item.scoreParts
          .filter(({ points }) => points > 0)
          .map(({ label, points }) => ({ label, points })),
      },
    }),
    ...(typeof opening['askOfMeeting'] === 'string' && { schoolAsks: opening['askOfMeeting'] }),
    tried: (Array.isArray(opening['strategies']) ? opening['strategies'] : []).map((what) => ({
      what: String(what),
    })),
    told: TOLD.flatMap(([name, heading]) => {
      const text = opening[name];
      return typeof text === 'string' && text ? [{ heading, text }] : [];
    }),
    lastActions: (facts?.actions ?? []).filter(({ isNew }) => !isNew).map(actionLine),
    services: (Array.isArray(opening['services']) ? opening['services'] : []).map((service) => ({
      service: String(service),
    })),
  };
}
