import { createHash } from 'node:crypto';
import { createTransport, type Transporter } from 'nodemailer';
import { type Found, NotTaken, type Outgoing, type Post, Refused } from './post';

/** Steps of the conversation before the text is handed over: a break here means that nothing was taken. */
const BEFORE_THE_TEXT = [
  'CONN',
  'EHLO',
  'HELO',
  'STARTTLS',
  'AUTH',
  'AUTH PLAIN',
  'AUTH LOGIN',
  'MAIL FROM',
  'RCPT TO',
];
const NEVER_CONNECTED = ['ECONNREFUSED', 'EDNS', 'ENOTFOUND', 'ECONNECTION', 'ETLS', 'EAUTH'];

/** E-mail by SMTP. A mail server keeps no list to ask, so a lost answer stays in doubt until a person settles it. */
export class SmtpPost implements Post {
  readonly name = 'SMTP';
  readonly remembers = false;
  private readonly transport: Transporter;
  private readonly domain: string;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    this.domain = from.split('@')[1]?.replace(/>$/, '') ?? 'causeway.invalid';
    this.transport = createTransport(serverAt(url));
    this.transport.on('error', () => undefined); // an idle connection that breaks is replaced; the next mail reports the fault
  }

  async send({ reference, address, subject, body }: Outgoing, signal: AbortSignal): Promise<void> {
    if (!address) throw new Refused('There is no e-mail address.');
    const mail = {
      from: this.from,
      to: address,
      subject,
      text: body,
      messageId: this.messageId(reference),
    };
    const sending = this.transport.sendMail({
      ...mail,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    await orAborted(sending, signal).catch(translated);
  }

  async find(): Promise<Found> {
    return 'cannot_tell';
  }

  /** Ends the connections; for shutdown. */
  close(): void {
    this.transport.close();
  }

  /** The same for every try, so that a mail server that sees it twice can tell. */
  private messageId(reference: string): string {
    return `<${createHash('sha256').update(reference).digest('hex').slice(0, 32)}@${this.domain}>`;
  }
}

/** 'smtps://user:password@host:465' as options; limits so that no mail waits for ever. */
function serverAt(address: string) {
  const { protocol, hostname, port, username, password } = new URL(address);
  const isSecure = protocol === 'smtps:';
  const auth = username
    ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }
    : {};
  return {
    host: hostname,
    port: Number(port) || (isSecure ? 465 : 587),
    secure: isSecure,
    ...auth,
    pool: true as const,
    maxConnections: 3,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  };
}

async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    signal.addEventListener(
      'abort',
      () => reject(new Error('The mail server did not answer in time.')),
      { once: true },
    );
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
  if (responseCode && responseCode >= 500 && code !== 'EAUTH')
    throw new Refused('The mail server refused this address or message.');
  if (responseCode) throw new NotTaken('The mail server put it off.');
  const early =
    (command && BEFORE_THE_TEXT.includes(command)) || (code && NEVER_CONNECTED.includes(code));
  if (early) throw new NotTaken('The mail server does not answer.');
  throw error as unknown as Error;
}
