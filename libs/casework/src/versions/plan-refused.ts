/** The plan cannot be approved, run or taken back so; nothing was changed. */
export class PlanRefused extends Error {}
