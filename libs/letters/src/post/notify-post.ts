import { NotifyClient } from 'notifications-node-client';
import { type Found, NotTaken, type Outgoing, type Post, Refused } from './post';

export interface NotifySettings {
  readonly apiKey: string;
  /** Templates that hold nothing but ((subject)) and ((body)). */
  readonly emailTemplate: string;
  readonly letterTemplate?: string | undefined;
  /** Another address of the service; for tests. */
  readonly baseUrl?: string | undefined;
}

/** GOV.UK Notify. It has no idempotency key, but it can be asked about a reference. */
export class NotifyPost implements Post {
  readonly name = 'GOV.UK Notify';
  readonly remembers = true;
  private readonly client: NotifyClient;

  constructor(private readonly settings: NotifySettings) {
    const { apiKey, baseUrl } = settings;
    this.client = baseUrl ? new NotifyClient(baseUrl, apiKey) : new NotifyClient(apiKey);
  }

  async send(message: Outgoing, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const late = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new Error('Notify did not answer in time.')), {
        once: true,
      });
    });
    await Promise.race([this.hand(message), late]).catch(translated);
  }

  async find(reference: string): Promise<Found> {
    try {
      const { data } = await this.client.getNotifications(undefined, undefined, reference);
      return data.notifications.length > 0 ? 'found' : 'not_found';
    } catch {
      return 'cannot_tell';
    }
  }

  private async hand({ channel, address, reference, subject, body }: Outgoing): Promise<unknown> {
    const { emailTemplate, letterTemplate } = this.settings;
    const personalisation = { subject, body };
    if (!address) throw new Refused('There is no address.');
    if (channel === 'email')
      return this.client.sendEmail(emailTemplate, address, { personalisation, reference });
    if (channel !== 'letter' || !letterTemplate)
      throw new Refused(`Notify is not set up for ${channel}.`);
    return this.client.sendLetter(letterTemplate, {
      personalisation: { ...personalisation, ...addressLines(address) },
      reference,
    });
  }
}

/** 'address_line_1' to 'address_line_7', as Notify wants them; the last is the postcode. */
function addressLines(address: string): Record<string, string> {
  const lines = address
    .split(/\n|,\s*/)
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(-7);
  return Object.fromEntries(lines.map((line, at) => [`address_line_${at + 1}`, line]));
}

function translated(error: Error & { code?: string; response?: { status?: number } }): never {
  const status = error.response?.status;
  if (['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(error.code ?? ''))
    throw new NotTaken('Notify cannot be reached.');
  if (status === 429) throw new NotTaken('Notify asks us to slow down.');
  if (status && status >= 400 && status < 500)
    throw new Refused(`Notify refused it (answer ${status}).`);
  throw error; // a fault on their side, or no answer: nobody knows, so the reference is asked about later
}
