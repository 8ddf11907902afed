import { type Recipient } from './instruction';

/** Sends a notice that the law asks for: no flag on the record silences it. */
export const notice = (code: string, ...to: Recipient[]) => ({
  type: 'send' as const,
  params: { notice: code, to, statutory: true },
});

/** Keeps the code that a case closes with. */
export const closeAs = (code: string) => ({ type: 'closeAs' as const, params: { code } });

/** A task for whoever works on the case, in working days from the step. */
export const ownersTask = (task: string, why: string, workingDays: number) => ({
  type: 'task' as const,
  params: {
    task,
    why,
    for: 'owner' as const,
    due: { unit: 'WD' as const, n: workingDays, roll: true },
  },
});
