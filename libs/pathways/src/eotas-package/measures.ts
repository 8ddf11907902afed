/** What is measured at the start, at each review and at the end. */
export const MEASURES = ['attendance', 'pupilConcerns', 'familyConfidence'] as const;
