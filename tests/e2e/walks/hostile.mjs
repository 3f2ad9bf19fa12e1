// What others may bring: documents, texts, addresses, storage. Small counts here; research/README.md has the full ones.

import { walk as addresses } from "../hostile/addresses.mjs";
import { walk as documents } from "../hostile/documents.mjs";
import { walk as injections } from "../hostile/injections.mjs";
import { walk as storage } from "../hostile/storage.mjs";

export const walks = [documents, injections, storage, addresses];
