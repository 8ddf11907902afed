import { type Pathway } from '../pathway';
import { eotasCopy } from './copy';
import { eotasClocks } from './deadlines';
import { eotasEvents } from './events';
import { eotasGuards } from './guards';
import { eotasMachine } from './machine';
import { eotasSettings } from './policy';

/** Packages of education otherwise than at school (Children and Families Act 2014, section 61). */
export const eotasPackage: Pathway = {
  name: 'eotas_package',
  version: 1,
  title: 'EOTAS package',
  opening: 'Consider education otherwise than at school',
  seenBy: ['send_manager', 'panel_chair', 'panel_coordinator', 'dpo'],
  heldBy: ['placement_officer', 'ehc_officer'],
  settings: eotasSettings,
  prefix: 'EO',
  opensWith: 'EOTAS_CONSIDERED',
  opensIf: ['noOpenCase'],
  proposals: ['EOTAS_CONSIDERED', 'PACKAGE_PROPOSED', 'CHANGE_PROPOSED'],
  events: eotasEvents,
  machine: eotasMachine,
  guards: eotasGuards,
  clocks: eotasClocks,
  copy: eotasCopy,
};
