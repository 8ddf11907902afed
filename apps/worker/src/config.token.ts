/** Injection token of the worker's settings. */
export const CONFIG = Symbol('worker settings');
