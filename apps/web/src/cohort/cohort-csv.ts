import { type CohortChild, type Looking, nextClock } from '@app/placements';
import { plainDay } from '@app/statutory-calendar';
import { type FastifyReply } from 'fastify';
import { csvFile } from '../safety/csv-cell';
import { cohortRow } from './cohort-rows';

const HEADINGS = [
  'Case',
  'Child',
  'From',
  'To',
  'Step',
  'Blocked',
  'Score',
  'Support',
  'Worker',
  'Next date',
  'What is due',
  'Place',
  'Nominated',
  'Case open',
];

/** The rows of the list as a file: the same children in the same order as on the page. */
export function cohortCsv(
  reply: FastifyReply,
  children: readonly CohortChild[],
  looking: Looking,
): string {
  reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', 'attachment; filename="year-6-places.csv"');
  return csvFile(
    HEADINGS,
    children.map((child) => cells(child, looking)),
  );
}

function cells(child: CohortChild, looking: Looking) {
  const row = cohortRow(child, looking);
  const next = child.open ? nextClock(child) : undefined;
  return [
    row.reference,
    row.name,
    row.from,
    row.isExpected ? `${row.to} (expected)` : row.to,
    row.step,
    row.blocked,
    row.score,
    row.support,
    row.worker,
    next ? plainDay(next.dueOn) : '',
    row.nextLine,
    child.placeNumber,
    plainDay(child.nominatedOn),
    child.open ? 'Yes' : 'No',
  ];
}
