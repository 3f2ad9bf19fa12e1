// The full count of hostile/addresses.mjs.

import { walk } from "../hostile/addresses.mjs";

export const walks = [walk];
