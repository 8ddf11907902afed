import { Calendars, WorkQueues } from '@app/casework';
import { type Check, counted, fine, wrong } from './finding';

const MOST_NAMED = 20;

/** Whether every open case stands in somebody's work with a next step; names those that do not. */
export const queueChecks: Check = async ({ statements, clock }) => {
  const queues = new WorkQueues(statements, new Calendars(statements), clock);
  const { open, stray } = await queues.count();
  if (!stray.length)
    return [fine(`${counted(open, 'open case')}, each in one queue of work with a next step.`)];
  const named = stray
    .slice(0, MOST_NAMED)
    .map(({ reference, why }) => `${reference} (${why.join(' ')})`);
  const more = stray.length - named.length;
  return [
    wrong(
      `${counted(stray.length, 'open case')} in nobody’s work or without a next step: ${named.join('; ')}${more ? `; and ${more} more` : ''}.`,
      'Give each a worker or record its next step. Managers have a task for each.',
    ),
  ];
};
