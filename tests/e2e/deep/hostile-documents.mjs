// The full count of hostile/documents.mjs.

import { walk } from "../hostile/documents.mjs";

export const walks = [walk];
