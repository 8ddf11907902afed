import { type Actor, AccessLog, maySee } from '@app/access';
import { type Runner, Statements } from '@app/database';
import { ask } from '@app/pathways';
import { Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type CaseRow, readWhole } from '../../case-row';
import { badField, readDetails } from '../read-details';

/** The form that moves what was recorded against the wrong child. */
export const movePapersForm = z.strictObject({
  toCase: ask.text('Number of the right child’s case', 'For example Y6-000412. It must be open'),
});

/** The case that was found to be about another child. */
type WrongCase = Pick<CaseRow, 'id' | 'reference' | 'childId'>;

/** How much was moved, and where to. */
export interface MovedPapers {
  readonly reference: string;
  readonly documents: number;
  readonly notes: number;
}

/** Documents and notes that were recorded against the wrong child: a person moves them to the case of the right one. */
@Injectable()
export class WrongChildPapers {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AccessLog) private readonly log: AccessLog,
  ) {}

  /** Moves all of them at once and says so on both cases. @throws BadPayload where there is no such case to move to */
  async move(actor: Actor, from: WrongCase, typed: unknown): Promise<MovedPapers> {
    const { toCase } = readDetails(movePapersForm, typed);
    const moved = await this.statements.together(async (tx) => {
      const to = await readWhole(tx, actor.authority, toCase.toUpperCase());
      if (!to?.open || to.childId === from.childId || !maySee(actor, to))
        throw badField('toCase', NONE);
      const documents = (await tx.run('papers-documents', DOCUMENTS, [from.id, to.id])).length;
      const notes = (await tx.run('papers-notes', NOTES, [from.id, to.id])).length;
      const much = `${documents} ${documents === 1 ? 'document' : 'documents'} and ${notes} ${notes === 1 ? 'note' : 'notes'}`;
      await this.note(
        tx,
        actor,
        to.id,
        `Moved here: ${much} from ${from.reference}, which was recorded against another child.`,
      );
      await this.note(
        tx,
        actor,
        from.id,
        `Moved to ${to.reference}, the case of the right child: ${much}.`,
      );
      await tx.run('papers-task', MOVED, [from.id, this.clock.today(), actor.id]);
      return { to, documents, notes };
    });
    const { id: caseId, childId, reference } = moved.to;
    await this.log.looked(actor, { action: 'papers.moved', caseId, childId });
    return { reference, documents: moved.documents, notes: moved.notes };
  }

  private async note(tx: Runner, actor: Actor, caseId: string, text: string): Promise<void> {
    await tx.run('papers-note', NOTE, [actor.authority, caseId, actor.id, this.clock.now(), text]);
  }
}

const NONE =
  'There is no open case of another child with this number that you can see. Check the number, or open a case for the right child first';

const DOCUMENTS = 'UPDATE document SET case_id = $2 WHERE case_id = $1 RETURNING id';

const NOTES = 'UPDATE note SET case_id = $2 WHERE case_id = $1 RETURNING id';

const NOTE =
  'INSERT INTO note (authority, case_id, author_id, at, text) VALUES ($1, $2, $3, $4, $5)';

const MOVED = `
UPDATE task SET done_on = $2, done_by = $3, outcome = 'The papers were moved'
WHERE case_id = $1 AND done_on IS NULL AND for_role = 'send_manager' AND text LIKE 'Move the papers%'`;
