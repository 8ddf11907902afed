/** The key under which the checked settings are injected: `@Inject(CONFIG) config: Config`. */
export const CONFIG = Symbol('the settings of the web process');
