import { ask } from '@app/pathways';
import { z } from 'zod';

/** What a document is (handbook 2.7). */
export const DOCUMENT_KINDS = {
  ep_report: 'Educational psychology report',
  plan: 'Plan',
  chronology: 'Chronology',
  risk: 'Risk assessment',
  attendance: 'Attendance record',
  health: 'Health letter or report',
  other: 'Something else',
} as const;

/** The form that takes a document away. */
export const takeAwayForm = z.strictObject({
  why: ask.area(
    'Why is it taken away?',
    'If it is about another child, tell the information governance lead as well',
  ),
});

/** The form of a document, beside the file itself. */
export const documentForm = z.strictObject({
  kind: ask.choice('What is it?', DOCUMENT_KINDS),
  datedOn: ask.day('Which date does it bear?'),
  authorRole: ask.text('Who wrote it?', 'Their role, not their name: community paediatrician'),
});
