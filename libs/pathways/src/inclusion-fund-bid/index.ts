import { type Pathway } from '../pathway';
import { inclusionFundCopy } from './copy';
import { inclusionFundClocks } from './deadlines';
import { inclusionFundEvents } from './events';
import { inclusionFundGuards } from './guards';
import { inclusionFundMachine } from './machine';
import { inclusionFundSettings } from './policy';

/** Bids to the Inclusion Fund: money for one child, never for staffing. */
export const inclusionFundBid: Pathway = {
  name: 'inclusion_fund_bid',
  version: 1,
  title: 'Inclusion Fund bid',
  opening: 'Bid to the Inclusion Fund',
  seenBy: ['send_manager', 'panel_chair', 'panel_coordinator', 'finance_officer', 'dpo'],
  heldBy: ['placement_officer', 'ehc_officer'],
  settings: inclusionFundSettings,
  prefix: 'IF',
  opensWith: 'BID_SUBMITTED',
  opensIf: ['noOpenCase', 'notStaffing'],
  proposals: ['BID_SUBMITTED', 'BID_CHECKED', 'BID_AGREED'],
  events: inclusionFundEvents,
  machine: inclusionFundMachine,
  guards: inclusionFundGuards,
  clocks: inclusionFundClocks,
  copy: inclusionFundCopy,
};
