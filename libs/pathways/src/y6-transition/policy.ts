/** The numbers a council may set (handbook 1.5); a case keeps the version it started on. */
export const y6Policy = {
  version: 1,
  places: 32,
  threshold: 35,
  completeness: 60,
  caseloadMax: 12,
  weights: { intensive: 1.5, targeted: 1, indirect: 0.5 },
} as const;
