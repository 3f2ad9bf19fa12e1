// The full count of hostile/injections.mjs.

import { walk } from "../hostile/injections.mjs";

export const walks = [walk];
