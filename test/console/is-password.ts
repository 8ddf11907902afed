import { verify } from '@node-rs/argon2';

/** Whether sign-in would take this password. */
export const isPassword = (hash: string, password: string) => verify(hash, password);
