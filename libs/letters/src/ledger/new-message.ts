import { type Runner } from '@app/database';
import { type Channel } from '../notice';

/** One line for the ledger. The key is what makes a message go once. */
export interface NewMessage {
  readonly authority: string;
  readonly key: string;
  /** Null for a digest, which is about many cases. */
  readonly caseId: string | null;
  readonly caseVersion: number | null;
  readonly notice: string;
  readonly recipient: string;
  readonly officerId: string | null;
  readonly channel: Channel;
  readonly address: string | null;
  readonly subject: string;
  readonly body: string;
  readonly statutory: boolean;
  /** The open clock that is the reason for a reminder: it does not leave once that clock has moved or ended. */
  readonly reasonClock: string | null;
  readonly dueAt: Date;
  readonly status: 'due' | 'for_release';
}

/** Writes lines to the ledger; a key that is already there is left as it is. @returns ids of the new ones */
export async function writeMessages(
  runner: Runner,
  messages: readonly NewMessage[],
): Promise<string[]> {
  if (!messages.length) return [];
  const rows = await runner.run<{ id: string }>('ledger-write', WRITE, [JSON.stringify(messages)]);
  return rows.map(({ id }) => id);
}

/** How the ledger names the clock that is the reason for a reminder. */
export function reasonClock(clock: {
  code: string;
  subject: string;
  occurrence: number;
  dueOn: string;
}): string {
  return [clock.code, clock.subject, clock.occurrence, clock.dueOn].join('|');
}

const WRITE = `
INSERT INTO message (authority, key, case_id, case_version, notice, recipient, officer_id, channel, address, subject, body, statutory, reason_clock, due_at, status)
SELECT authority, key, "caseId", "caseVersion", notice, recipient, "officerId", channel, address, subject, body, statutory, "reasonClock", "dueAt", status
FROM jsonb_to_recordset($1::jsonb) AS m(authority text, key text, "caseId" uuid, "caseVersion" int, notice text, recipient text,
  "officerId" uuid, channel text, address text, subject text, body text, statutory boolean, "reasonClock" text, "dueAt" timestamptz, status text)
ON CONFLICT (key) DO NOTHING
RETURNING id`;
