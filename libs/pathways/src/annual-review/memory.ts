import { addDays, type CalendarDay } from '@app/statutory-calendar';
import { assign } from 'xstate';
import { type PathwayEvent, said } from '../event';
import { meetingBy, type ReviewContext } from './dates';

const text = (event: Pick<PathwayEvent, 'payload'>, name: string) => said(event, name) ?? null;

/** What a review knows on the day it opens. */
export const opened = (event: Pick<PathwayEvent, 'payload'>): ReviewContext => ({
  reviewKind: event.payload['reviewKind'] as ReviewContext['reviewKind'],
  arrangedBy: event.payload['arrangedBy'] as ReviewContext['arrangedBy'],
  lastConcludedOn: text(event, 'lastConcludedOn'),
  planFinalOn: text(event, 'planFinalOn'),
  transferType: (event.payload['transferType'] as ReviewContext['transferType']) ?? null,
  transferOn: text(event, 'transferOn'),
  transferredInOn: text(event, 'transferredInOn'),
  transferToldOn: null,
  fromYear9: event.payload['fromYear9'] === true,
  meetingOn: null,
  heldOn: null,
  notHeld: [],
  viewsSought: false,
  reportOn: null,
  reportLate: false,
  grade: null,
  noticeOn: null,
  familyFinished: false,
  concludedOn: null,
  consulted: [],
  namedUrn: null,
  reasonCode: null,
});

/** Last safe day for the meeting of a review that would open with these answers. */
export const reviewMeetingBy = (answers: PathwayEvent['payload']): CalendarDay | undefined =>
  meetingBy(opened({ payload: answers }));

const wereSought = ({ payload }: PathwayEvent) =>
  [payload['childView'], payload['familyView']].every((it) => it && it !== 'not_sought');

const isLate = ({ heldOn }: ReviewContext, { occurredOn }: PathwayEvent) =>
  heldOn !== null && occurredOn > addDays(heldOn, 14);

const keep = (what: (event: PathwayEvent, context: ReviewContext) => Partial<ReviewContext>) =>
  assign<ReviewContext, PathwayEvent, undefined, PathwayEvent, never>(({ context, event }) =>
    what(event, context),
  );

/** What each step leaves in memory for later guards and dates. */
export const reviewMemory = {
  keepMeeting: keep((event) => ({ meetingOn: text(event, 'meetingOn') })),
  forgetMeeting: keep((event, { notHeld }) => ({
    meetingOn: null,
    notHeld: [...notHeld, String(event.payload['reason'])],
  })),
  keepTransferTold: keep((event) => ({ transferToldOn: event.occurredOn })),
  takeOver: keep(() => ({ arrangedBy: 'authority' })),
  keepHeld: keep((event) => ({ heldOn: event.occurredOn, viewsSought: wereSought(event) })),
  keepViews: keep((event) => ({ viewsSought: wereSought(event) })),
  keepReport: keep((event, context) => ({
    reportOn: event.occurredOn,
    reportLate: isLate(context, event),
  })),
  keepReportMissing: keep((event, context) => ({ reportLate: isLate(context, event) })),
  keepGrade: keep((event) => ({ grade: Number(event.payload['grade']) })),
  conclude: keep((event) => ({ concludedOn: event.occurredOn })),
  keepNotice: keep((event) => ({ noticeOn: event.occurredOn })),
  keepFinished: keep((event, { familyFinished }) => ({
    familyFinished: familyFinished || event.payload['finished'] === true,
  })),
  keepConsulted: keep((event, { consulted }) => ({
    consulted: [...new Set([...consulted, ...(event.payload['settings'] as string[])])],
  })),
  keepNamed: keep((event) => ({ namedUrn: text(event, 'urn') })),
};
