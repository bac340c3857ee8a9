/** Ends the server of a throw-away cluster at once and removes its folder. */
export function removeCluster(folder: string): Promise<void>;
