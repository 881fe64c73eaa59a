/** Whether this page can make keys, seal and unseal: browsers keep the means from plain http. */
export const canSeal = () => Boolean(globalThis.crypto?.subtle);
