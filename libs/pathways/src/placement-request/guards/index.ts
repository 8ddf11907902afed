import { panelGate } from '../../panel-gate';
import { commonGuards } from '../../regions';
import { commissioningGuards } from './commissioning';
import { decisionGuards } from './decision';
import { paperGuards } from './paper';

/** Every condition of a placement request. */
export const placementGuards = {
  ...commonGuards,
  ...panelGate,
  ...paperGuards,
  ...decisionGuards,
  ...commissioningGuards,
};
