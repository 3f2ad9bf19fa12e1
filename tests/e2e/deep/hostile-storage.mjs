// The full count of hostile/storage.mjs.

import { walk } from "../hostile/storage.mjs";

export const walks = [walk];
