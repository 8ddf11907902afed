import { CalendarFeeds, calendarFile } from '@app/panels';
import { londonDay } from '@app/statutory-calendar';
import { comeTo } from '../../../libs/panels/src/sittings/at-sitting';
import { type Item } from '../../../libs/panels/src/sittings/items';
import { SittingNotFound } from '../../../libs/panels/src/sittings/sitting';
import { readPdf } from '../../support/papers/read-pdf';
import { partsOfWord } from '../../support/papers/read-word';
import { type Council, mayBeShown, type Sitter } from './council';
import { type PanelServices } from './panel-services';
import { type PanelYear } from './year';

/** What must never happen in a year of sittings, each with the places where it did. */
export interface Broken {
  readonly lost: string[];
  readonly deferredPastLimit: string[];
  readonly decidedWithoutQuorum: string[];
  readonly shownUninvited: string[];
  readonly keptFromInvited: string[];
  /** Decisions that are not in the history of the case, or other ones that are. */
  readonly notInCase: string[];
}

/** Looks at the records after every sitting and judges them by its own rules. */
export class Watch {
  readonly broken: Broken = {
    lost: [],
    deferredPastLimit: [],
    decidedWithoutQuorum: [],
    shownUninvited: [],
    keptFromInvited: [],
    notInCase: [],
  };
  /** How often an item was shown to a person, on the screen and in files. */
  shown = 0;
  files = 0;

  private readonly services: PanelServices;

  constructor(
    private readonly council: Council,
    private readonly year: PanelYear,
  ) {
    this.services = year.services;
  }

  /** Every open case is on an agenda, in line for the next one, or listed for a later sitting that stands. */
  async nobodyLost(next: { readonly id: string } | undefined): Promise<void> {
    if (!next) return;
    const { lines, left } = await this.services.agendas.of(
      this.services.coordinator.actor,
      next.id,
    );
    const inLine = new Set([...lines, ...left].map(({ candidate }) => candidate.reference));
    const rows = await this.council.statements.run<{ reference: string; waits: boolean }>(
      '',
      OPEN_CASES,
      [this.council.panelId],
    );
    for (const { reference, waits } of rows)
      if (!waits && !inLine.has(reference)) this.broken.lost.push(`${reference} before ${next.id}`);
  }

  /** Nobody was put off more often than the panel allows without the name of who approved it. */
  async nobodyPutOffPastLimit(): Promise<void> {
    const rows = await this.council.statements.run<{ caseId: string; times: number }>('', PUT_OFF, [
      this.council.panelId,
    ]);
    for (const { caseId, times } of rows)
      if (times > 2) this.broken.deferredPastLimit.push(`${caseId}: ${times} times`);
  }

  /** Every decision was taken with chair or deputy, psychology, attendance and one more who may be counted. */
  async everyDecisionQuorate(sittingId: string): Promise<void> {
    const rows = await this.council.statements.run<Settled>('', SETTLED, [sittingId]);
    for (const { id, there, interests } of rows)
      if (!isQuorate(there, interests)) this.broken.decidedWithoutQuorum.push(id);
  }

  /** What the panel decided about a child, and how often it put the child off, is what the case says too. */
  async casesSayTheSame(sittingId: string): Promise<void> {
    const rows = await this.council.statements.run<{ id: string }>('', NOT_IN_CASE, [sittingId]);
    this.broken.notInCase.push(...rows.map(({ id }) => id));
  }

  /** Each person reads the items to which they are invited, and no other: on the screen, and of some also in files. */
  async everybodySeesTheirs(sittingId: string): Promise<void> {
    const { sitting, items } = await this.come(this.services.coordinator, sittingId);
    if (sitting.stage === 'cancelled') return;
    for (const sitter of this.council.sitters) {
      const seen = await this.seenBy(sitter, sittingId);
      this.shown += seen.length;
      this.judged(`${sitter.actor.name} at ${sittingId}`, items, sitter, (item) =>
        seen.includes(item.id),
      );
    }
  }

  /** Before its papers are out, and ten working days after its minutes, a sitting is for those who run it. */
  async onlyForThoseWhoRunIt(sittingId: string): Promise<void> {
    for (const sitter of this.council.sitters.filter(({ service }) => !RUN.includes(service)))
      for (const item of await this.seenBy(sitter, sittingId))
        this.broken.shownUninvited.push(`${item} to ${sitter.actor.name}, out of time`);
  }

  /** The papers and minutes of two people in every format, read back by other programs. */
  async filesHoldTheirs(sittingId: string, at: number): Promise<void> {
    const { sitting, items } = await this.come(this.services.coordinator, sittingId);
    if (sitting.stage !== 'closed' || !sitting.approvedAt) return;
    const { sitters } = this.council;
    for (const sitter of [sitters[at % sitters.length]!, sitters[(at * 7 + 3) % sitters.length]!]) {
      if (!(await this.seenBy(sitter, sittingId)).length) continue;
      for (const name of FILES) {
        const { bytes } = await this.services.papers.file(sitter.actor, sittingId, name);
        const text = (await textOf(name, bytes)).toLowerCase();
        this.files += 1;
        const where = `${name} of ${sitter.actor.name} at ${sittingId}`;
        this.judged(where, items, sitter, (item) => text.includes(this.surnameOf(item)));
      }
    }
  }

  /** A calendar holds nobody's name. */
  async calendarsNameNobody(): Promise<void> {
    const feeds = new CalendarFeeds(this.council.statements, this.council.clock);
    for (const { actor } of this.council.sitters) {
      const feed = await feeds.open(await feeds.make(actor, undefined));
      const text = calendarFile({ ...feed!, host: 'wendmoor.example' });
      this.files += 1;
      if (/pupil\d|rowan/i.test(text)) this.broken.shownUninvited.push(`calendar of ${actor.name}`);
    }
  }

  private judged(
    where: string,
    items: readonly Item[],
    sitter: Sitter,
    isShown: (item: Item) => boolean,
  ): void {
    for (const item of items) {
      const related = item.related.includes(sitter.memberId);
      const invited = mayBeShown(this.childOf(item), sitter) && !related;
      if (isShown(item) && !invited) this.broken.shownUninvited.push(`${item.reference}: ${where}`);
      if (!isShown(item) && invited)
        this.broken.keptFromInvited.push(`${item.reference}: ${where}`);
    }
  }

  private childOf = ({ reference }: Item) => this.year.references.get(reference!)!;
  private surnameOf = (item: Item) => this.childOf(item).surname.toLowerCase();

  private come({ actor }: Sitter, sittingId: string) {
    const today = londonDay(this.council.clock.now());
    return comeTo(this.council.statements, actor, sittingId, today);
  }

  private async seenBy(sitter: Sitter, sittingId: string): Promise<string[]> {
    try {
      return (await this.come(sitter, sittingId)).items.map(({ id }) => id);
    } catch (error) {
      if (error instanceof SittingNotFound) return [];
      throw error;
    }
  }
}

interface Settled {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly there: readonly { readonly name: string; readonly role: string }[];
  readonly interests: readonly { readonly service: string; readonly kind: string }[];
}

const FILES = ['pack.pdf', 'pack.docx', 'agenda.csv', 'minutes.pdf', 'minutes.docx'] as const;

/** All that a file holds anywhere: text, properties, contents. */
async function textOf(name: (typeof FILES)[number], bytes: Buffer): Promise<string> {
  if (name.endsWith('.pdf')) return JSON.stringify(readPdf(bytes));
  if (name.endsWith('.docx')) return [...(await partsOfWord(bytes)).values()].join(' ');
  return bytes.toString('utf8');
}

const RUN = ['chair', 'deputy_chair', 'coordinator'];
const ONE_OF = ['Specialist teacher', 'Mental health', 'School nursing'];
const SERVICE_OF: Readonly<Record<string, string>> = {
  chair: 'Chair',
  deputy_chair: 'Deputy chair',
  psychology: 'Psychology',
  attendance: 'Attendance',
  specialist_teacher: 'Specialist teacher',
  mental_health: 'Mental health',
  nursing: 'School nursing',
};

function isQuorate(there: Settled['there'], interests: Settled['interests']): boolean {
  const out = interests
    .filter(({ service, kind }) => kind !== 'OWN_SCHOOL_BENEFITS' || service.includes('chair'))
    .map(({ service }) => SERVICE_OF[service]);
  const here = there.map(({ role }) => role).filter((role) => !out.includes(role));
  const has = (...roles: string[]) => roles.some((role) => here.includes(role));
  return has('Chair', 'Deputy chair') && has('Psychology') && has('Attendance') && has(...ONE_OF);
}

const OPEN_CASES = `
SELECT c.reference, EXISTS (
  SELECT FROM sitting s LEFT JOIN sitting_item i ON i.sitting_id = s.id AND i.case_id = c.id AND i.status = 'listed'
  WHERE s.panel_id = $1 AND s.stage IN ('scheduled', 'agenda_open', 'papers_out')
    AND (i.id IS NOT NULL OR s.sits_on::text = c.state->'context'->>'meetingOn' AND c.stage = 'listed')) AS waits
FROM send_case c WHERE c.pathway = 'tats_case' AND c.open`;

const PUT_OFF = `
SELECT i.case_id AS "caseId", count(*)::int AS times FROM sitting_item i JOIN sitting s ON s.id = i.sitting_id
WHERE s.panel_id = $1 AND i.status = 'deferred' AND i.approved_by IS NULL AND NOT EXISTS (
  SELECT 1 FROM sitting_item x WHERE x.case_id = i.case_id AND x.status = 'decided' AND x.settled_at > i.settled_at)
GROUP BY i.case_id`;

const SETTLED = `
SELECT i.id, i.outcome->'room'->'there' AS there,
  (SELECT coalesce(json_agg(json_build_object('service', m.service, 'kind', n.kind)), '[]')
   FROM item_interest n JOIN panel_member m ON m.id = n.member_id WHERE n.item_id = i.id) AS interests
FROM sitting_item i WHERE i.sitting_id = $1 AND i.status = 'decided'`;

const NOT_IN_CASE = `
SELECT i.id FROM sitting_item i JOIN send_case c ON c.id = i.case_id
LEFT JOIN case_event e ON e.case_id = i.case_id AND e.version = i.case_version
WHERE i.sitting_id = $1 AND i.status = 'decided' AND e.type IS DISTINCT FROM i.outcome->>'event'
UNION ALL
SELECT c.id FROM send_case c WHERE c.pathway = 'tats_case' AND c.stage = 'listed' AND (c.state->'context'->>'deferrals')::int <> (
  SELECT count(*) FROM sitting_item d WHERE d.case_id = c.id AND d.status = 'deferred' AND NOT EXISTS (
    SELECT 1 FROM sitting_item x WHERE x.case_id = c.id AND x.status = 'decided' AND x.settled_at > d.settled_at))`;
