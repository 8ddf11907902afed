const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '3D000',
  '08000',
  '08003',
  '08006',
  '08001',
]);
const WORDS =
  /connection terminated|timeout expired|terminating connection|client has encountered a connection error|exceeded when trying to connect|connection timeout/i;

/** Whether an error says that the database cannot be reached just now. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, driverError, errors } = error as Error & {
    code?: string;
    driverError?: unknown;
    errors?: unknown[];
  };
  if (code && AWAY.has(code)) return true;
  return (
    WORDS.test(error.message) || isDatabaseAway(driverError) || (errors ?? []).some(isDatabaseAway)
  );
}
