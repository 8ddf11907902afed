import { type QuorumRule, type Service } from '../pure/terms';

/** One of a service must be there. */
export const needs = (service: Service, label: string): QuorumRule => ({
  anyOf: [service],
  label,
});

/** The chair or who stands in for the chair. */
export const CHAIRED: QuorumRule = { anyOf: ['chair', 'deputy_chair'], label: 'chair or deputy' };
