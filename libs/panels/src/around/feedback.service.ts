import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { feedbackOf, letterSettings, mayLeaveRoom } from '@app/letters';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type FamilySummary, type SchoolFeedback, type SittingFacts } from '../documents/models';
import { familyPaper } from '../documents/paper/family-paper';
import { feedbackPaper } from '../documents/paper/feedback-paper';
import { type PaperFile, paperFile } from '../documents/paper-file';
import { type AtSitting, comeTo, itemAt } from '../sittings/at-sitting';
import { factsOfItems, type ItemFacts } from '../sittings/item-facts';
import { type Item } from '../sittings/items';
import { subjectOf } from '../sittings/minuted-item';
import { type Decided } from '../sittings/outcome';
import { logTaken } from '../sittings/paper-log';
import { refuse } from '../sittings/people';
import { SittingNotFound } from '../sittings/sitting';
import { sittingFacts } from '../sittings/sitting-facts';

/** Papers after a decision, and their formats, as the last part of their address. */
const FILES = {
  'feedback.pdf': ['school', 'pdf'],
  'feedback.docx': ['school', 'word'],
  'family.pdf': ['family', 'pdf'],
  'family.docx': ['family', 'word'],
} as const;

interface CaseFacts {
  readonly [column: string]: unknown;
  readonly council: string;
  readonly settings: unknown;
  readonly hasAgreed: boolean | null;
  readonly family: string | null;
  readonly firstName: string | null;
  readonly actionDue: CalendarDay | null;
  readonly reviewOn: CalendarDay | null;
}

interface Settled {
  readonly item: Item;
  readonly outcome: Decided;
  readonly facts: ItemFacts | undefined;
  readonly known: CaseFacts;
  readonly sitting: SittingFacts;
}

/** What a school and a family hear on paper of their own item once it is decided: nothing of another, no score, no police. */
@Injectable()
export class Feedback {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /**
   * One paper about one decided item, for those who run the sitting to hand on.
   * @throws SittingNotFound, NotAllowedNow for a family that has not agreed
   */
  async file(
    actor: Actor,
    sittingId: string,
    { itemId, name }: { itemId: string; name: string },
  ): Promise<PaperFile> {
    if (!Feedback.makes(name)) throw new SittingNotFound();
    const [reader, format] = FILES[name as keyof typeof FILES];
    const at = await comeTo(this.statements, actor, sittingId, this.clock.today());
    const settled = await this.settled(at, itemId);
    const paper =
      reader === 'school'
        ? feedbackPaper(this.toSchool(actor, settled))
        : familyPaper(this.toFamily(settled));
    const made = await paperFile(paper, format);
    await logTaken(this.statements, actor, {
      ...{ sittingId, itemId, what: reader, items: 1, at: this.clock.now() },
      format: format === 'word' ? 'docx' : 'pdf',
    });
    return made;
  }

  /** Whether there is a paper of this name. */
  static makes(name: string): boolean {
    return Object.hasOwn(FILES, name);
  }

  private async settled(at: AtSitting, itemId: string): Promise<Settled> {
    const item = itemAt(at, itemId);
    if (!at.seat.runs || item.outcome?.kind !== 'decided') throw new SittingNotFound();
    const [known] = await this.statements.run<CaseFacts>('feedback-case', KNOWN, [
      item.caseId,
      at.sitting.authority,
    ]);
    return {
      item,
      outcome: item.outcome,
      facts: (await factsOfItems(this.statements, [item])).get(item.id),
      known: known!,
      sitting: await sittingFacts(this.statements, at.sitting),
    };
  }

  private toSchool({ name }: Actor, settled: Settled): SchoolFeedback {
    const { item, known, sitting } = settled;
    const { agreed, actions, lookAgainOn } = agreedIn(settled);
    return {
      sitting,
      copy: { name, role: 'For the school', takenAt: this.clock.now() },
      school: item.school ?? '',
      about: subjectOf(item).name,
      agreed,
      actions,
      ...(lookAgainOn && { lookAgainOn }),
      ring: ringOf(known),
    };
  }

  private toFamily(settled: Settled): FamilySummary {
    const { item, known, outcome, sitting } = settled;
    if (item.kind === 'school' || !known.firstName) throw new SittingNotFound();
    if (!known.hasAgreed)
      refuse('FAMILY_SUMMARY', {
        guard: 'agreement',
        text: 'The record has no agreement of the family to this work, so no summary is made for them',
        missing: [{ what: 'The family’s agreement', who: 'Whoever works on the case' }],
        otherWays: ['Ring the family, and record the agreement if they give it.'],
      });
    const { agreed, actions, lookAgainOn } = agreedIn(settled);
    return {
      sitting,
      writtenAt: this.clock.now(),
      to: known.family ?? 'parent or carer',
      childFirstName: known.firstName,
      decided: agreed.join('. '),
      because: reasonsToTell(outcome.reasons),
      helps: actions.map(({ what, owner, dueOn }) => ({ what, who: owner, by: dueOn })),
      ...(lookAgainOn && { lookAgainOn }),
      ifYouDisagree: outcome.challenge ?? USUAL_CHALLENGE,
      ring: ringOf(known),
    };
  }
}

function agreedIn({ item, outcome, facts, known }: Settled) {
  const usualDue = known.actionDue ?? outcome.on;
  if (item.kind === 'school') {
    const { said = {} } = outcome;
    const lines = (name: string) => (Array.isArray(said[name]) ? said[name].map(String) : []);
    return {
      agreed: [...lines('support'), ...lines('training')].filter(mayLeaveRoom),
      actions: (facts?.actions ?? [])
        .filter(({ isNew, what, owner }) => isNew && mayLeaveRoom(`${what} ${owner}`))
        .map(({ what, owner, dueOn }) => ({ what, owner, dueOn })),
      lookAgainOn: said['reviewOn'] as CalendarDay | undefined,
    };
  }
  const told = feedbackOf({
    pathway: item.pathway ?? '',
    type: outcome.event ?? '',
    payload: facts?.decision ?? {},
    usualDue,
    lookAgainOn: known.reviewOn ?? undefined,
  });
  return {
    agreed: told?.agreed ?? [outcome.decision],
    actions: (told?.actions ?? []).map(({ what, who, by }) => ({
      what,
      owner: who,
      dueOn: by ?? usualDue,
    })),
    lookAgainOn: told?.lookAgainOn,
  };
}

/** Sentences of the reasons that may leave the room. */
function reasonsToTell(reasons: string): string {
  const told = reasons.split(/(?<=[.!?])\s+/).filter(mayLeaveRoom);
  return told.join(' ') || 'We looked at what you, the school and the services told us.';
}

function ringOf({ settings, council }: CaseFacts) {
  const { name, phone, email } = letterSettings(settings, council).contact;
  return { name, role: council, phone: phone ?? email ?? 'ask the school for our number' };
}

const USUAL_CHALLENGE =
  'Tell us or the school. We look at it again with you. You can also complain to the council.';

const KNOWN = `
SELECT a.name AS council, a.settings, c.state->'value'->>'consent' = 'given' AS "hasAgreed",
  coalesce(h.preferred_name, h.legal_forename) AS "firstName",
  (SELECT t.name FROM contact t WHERE t.child_id = h.id AND t.has_pr = 'yes' ORDER BY t.name, t.id LIMIT 1) AS family,
  (SELECT max(k.due_on) FROM clock k WHERE k.case_id = c.id AND k.code = 'action_default' AND k.status <> 'void') AS "actionDue",
  (SELECT max(k.due_on) FROM clock k WHERE k.case_id = c.id AND k.code = 'review_date' AND k.status = 'open') AS "reviewOn"
FROM authority a LEFT JOIN send_case c ON c.id = $1 LEFT JOIN child h ON h.id = c.child_id WHERE a.code = $2`;
