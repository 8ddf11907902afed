import { assign } from 'xstate';
import { type PathwayEvent, said } from '../event';
import { isAgreed } from '../regions/dispute/mediation-clocks';

/** What a matter about a plan remembers between events. */
export interface PlanChangeContext {
  readonly about: string;
  /** The day on which the decision was sent that the family can challenge. */
  readonly decidedOn: string | null;
  readonly agreementOpen: boolean;
  readonly noticeOn: string | null;
  readonly familyFinished: boolean;
  readonly namedUrn: string | null;
  readonly reasonCode: string | null;
}

/** What it knows on the day it opens. */
export const opened = (event: PathwayEvent): PlanChangeContext => ({
  about: String(event.payload['about']),
  decidedOn: said(event, 'decisionSentOn') ?? null,
  agreementOpen: false,
  noticeOn: null,
  familyFinished: false,
  namedUrn: null,
  reasonCode: null,
});

const keep = (
  what: (event: PathwayEvent, context: PlanChangeContext) => Partial<PlanChangeContext>,
) =>
  assign<PlanChangeContext, PathwayEvent, undefined, PathwayEvent, never>(({ context, event }) =>
    what(event, context),
  );

/** What each step leaves in memory for later guards and dates. */
export const planChangeMemory = {
  keepNotice: keep((event) => ({ noticeOn: event.occurredOn })),
  keepFinished: keep((event, { familyFinished }) => ({
    familyFinished: familyFinished || event.payload['finished'] === true,
  })),
  keepNamed: keep((event) => ({ namedUrn: said(event, 'urn') ?? null })),
  keepAgreement: keep((event) => ({
    agreementOpen: isAgreed(event) && event.payload['canBeAppealed'] !== true,
  })),
  forgetAgreement: keep(() => ({ agreementOpen: false })),
};
