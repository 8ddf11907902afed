import { amountOf } from '@app/statutory-calendar';
import { type TaskDue } from './instruction';
import { dueFor } from './task-days';

/** A return to school counts when it lasts: somebody looks at it once more when the support is over. */
export const holdsAfter = (when: TaskDue) =>
  ({
    type: 'task',
    params: ({ context }: { readonly context: object }) => {
      const due = dueFor(when, context);
      return {
        task: `Find out whether the return to school has held: ${amountOf(due)}`,
        why: 'The case has ended, and a return counts when it lasts. Add the follow-up to the measures.',
        for: 'owner',
        due,
      } as const;
    },
  }) as const;
