import { type Recorded } from '@app/casework';
import { type Statements } from '@app/database';

/** A line of the ledger as a test looks at it. */
export interface LedgerLine extends Record<string, unknown> {
  readonly id: string;
  readonly notice: string;
  readonly recipient: string;
  readonly channel: string;
  readonly address: string | null;
  readonly status: string;
  readonly attempts: number;
  readonly subject: string;
  readonly body: string;
  readonly due_at: Date;
  readonly trouble: string | null;
  readonly key: string;
}

/** The lines about a case, in a fixed order. */
export function linesOf(
  statements: Statements,
  { caseId }: Pick<Recorded, 'caseId'>,
): Promise<LedgerLine[]> {
  return statements.run<LedgerLine>(
    '',
    'SELECT * FROM message WHERE case_id = $1 ORDER BY notice, recipient',
    [caseId],
  );
}

/** How often the outbox has each reference. */
export function deliveries(
  statements: Statements,
): Promise<{ reference: string; address: string; subject: string; body: string }[]> {
  return statements.run('', 'SELECT * FROM outbox_delivery ORDER BY delivered_at, reference', []);
}

/** Addresses and helplines, as an installation keeps them. */
export const SETTINGS = {
  contact: { name: 'SEND team', phone: '01632 960000' },
  sendiass: { name: 'Wendmoor SENDIASS', phone: '01632 960100' },
  mediation: { name: 'Northern Mediation', phone: '01632 960200' },
  addresses: {
    health: 'dco@nhs.example',
    social_care: 'duty@care.example',
    ep: 'ep@wendmoor.example',
    dsl: 'dsl@wendmoor.example',
  },
};
