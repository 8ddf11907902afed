import { type Limit } from '@app/statutory-calendar';

/** Who a message is for; the shell turns it into people and addresses at the moment of sending. */
export type Recipient =
  | 'family'
  | 'school'
  | 'destination_school'
  | 'owner'
  | 'manager'
  | 'transition_lead'
  | 'referrer'
  | 'health'
  | 'social_care'
  | 'advisers'
  | 'settings'
  | 'new_authority'
  | 'ehe_team'
  | 'dsl';

/** What must follow from a step: written beside the event in the same commit, carried out by the worker. */
export type Instruction =
  | {
      readonly type: 'message.send';
      readonly notice: string;
      readonly to: readonly Recipient[];
      readonly statutory?: boolean;
    }
  | {
      readonly type: 'task.open';
      readonly task: string;
      readonly why: string;
      readonly for: 'owner' | 'manager' | 'transition_lead' | 'panel_coordinator';
      readonly due?: Limit;
    }
  | { readonly type: 'place.claim' }
  | { readonly type: 'place.release' }
  | {
      readonly type: 'messages.cancel';
      readonly reason: string;
      readonly to?: readonly Recipient[];
    }
  | { readonly type: 'case.open'; readonly pathway: string; readonly reason: string }
  | { readonly type: 'record.restrict' };
