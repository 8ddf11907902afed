import { createHash } from 'node:crypto';
import { createTransport, type Transporter } from 'nodemailer';
import { type Found, NotTaken, type Outgoing, type Post, Refused } from './post';

/** How mail leaves by SMTP. */
export interface SmtpSettings {
  /** 'smtps://user:password@host:465' */
  readonly url: string;
  readonly from: string;
  /** Milliseconds after which a silent server is given up. */
  readonly patience: number;
}

/** Steps of the conversation before the text is handed over: a break here means that nothing was taken. */
const BEFORE_THE_TEXT = ['CONN', 'EHLO', 'HELO', 'STARTTLS', 'MAIL FROM', 'RCPT TO'];
const NEVER_CONNECTED = ['ECONNREFUSED', 'EDNS', 'ENOTFOUND', 'ECONNECTION', 'ETLS', 'EAUTH'];

/**
 * E-mail by SMTP, one connection a mail: a pool would go on sending what we have given up. A mail server keeps no list
 * to ask, so a lost answer stays in doubt until a person settles it.
 */
export class SmtpPost implements Post {
  readonly name = 'SMTP';
  readonly remembers = false;
  private readonly transport: Transporter;
  private readonly domain: string;

  constructor(private readonly settings: SmtpSettings) {
    this.domain = settings.from.split('@')[1]?.replace(/>$/, '') ?? 'causeway.invalid';
    this.transport = createTransport(serverAt(settings));
  }

  async send({ reference, address, subject, body }: Outgoing, signal: AbortSignal): Promise<void> {
    if (!address) throw new Refused('There is no e-mail address.');
    const { from } = this.settings;
    const mail = { from, to: address, subject, text: body, messageId: this.messageId(reference) };
    const headers = { 'Auto-Submitted': 'auto-generated' };
    const sending = this.transport.sendMail({ ...mail, headers });
    await orAborted(sending, signal).catch(translated);
  }

  async find(): Promise<Found> {
    return 'cannot_tell';
  }

  /** The same for every try, so that a mail server that sees it twice can tell. */
  private messageId(reference: string): string {
    const hash = createHash('sha256').update(reference).digest('hex');
    return `<${hash.slice(0, 32)}@${this.domain}>`;
  }
}

function serverAt({ url, patience }: SmtpSettings) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const isSecure = protocol === 'smtps:';
  const user = decodeURIComponent(username);
  return {
    host: hostname,
    port: Number(port) || (isSecure ? 465 : 587),
    secure: isSecure,
    ...(user ? { auth: { user, pass: decodeURIComponent(password) } } : {}),
    connectionTimeout: Math.min(patience, 10_000),
    greetingTimeout: Math.min(patience, 10_000),
    socketTimeout: patience,
  };
}

async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new Error('The mail server did not answer in time.'));
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject);
  });
}

interface SmtpError {
  readonly message: string;
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

function translated(error: SmtpError): never {
  const { responseCode, command, code } = error;
  const isAboutUs = code === 'EAUTH' || command?.startsWith('AUTH'); // our password, not this reader’s address
  if (isAboutUs) throw new NotTaken('The mail server does not let Causeway sign in.');
  if (responseCode && responseCode >= 500)
    throw new Refused('The mail server refused this address or message.');
  if (responseCode) throw new NotTaken('The mail server put it off.');
  const isEarly =
    (command && BEFORE_THE_TEXT.includes(command)) || (code && NEVER_CONNECTED.includes(code));
  if (isEarly) throw new NotTaken('The mail server does not answer.');
  throw error as unknown as Error;
}
