// What the locator map shows: window, projection, which outline is which entity of the dataset, which boundaries are dashed.
// Choices only; the work is done in outlines.mjs.

/** Longitudes and latitudes that the whole picture must stay within. Crimea lies west of it. */
export const WINDOW = { west: 44, east: 90, south: 22, north: 57 };

/** The picture is fitted around these, with a margin in parts of its width. */
export const FITTED = ["Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan", "Afghanistan", "Pakistan"];
export const MARGIN = 0.0125;

/** Albers' equal-area conic, so that no territory looks larger than it is; its cone touches where the map has most of its land. */
export const PROJECTION = { parallels: [28, 50], meridian: 67 };

/** Width of the plane in its own units, which become whole numbers; at the widest drawn two to three units are a pixel. */
export const WIDTH = 1600;

/** Corners whose triangle is smaller than this (in square units) are left out; islands and lakes smaller than the second too. */
export const LEAST_CORNER = 3;
export const LEAST_RING = 60;

/** Outlines that are entities of the dataset, by Natural Earth's name. Those not named here are only neighbours. */
export const ENTITIES = {
  Kazakhstan: "kazakhstan",
  Kyrgyzstan: "kyrgyzstan",
  Tajikistan: "tajikistan",
  Turkmenistan: "turkmenistan",
  Uzbekistan: "uzbekistan",
  Afghanistan: "afghanistan",
  Pakistan: "pakistan",
  Russia: "russia",
  China: "china",
};

/** Boundaries drawn dashed: those that these share with one another, within the box. The package has no claimed lines. */
export const DISPUTED = {
  among: ["India", "Pakistan", "China", "Siachen Glacier"],
  box: { west: 72, east: 79.8, south: 32.3, north: 37.2 },
};

/** Shown under the map, with the source. */
export const NOTE =
  "Boundaries are those of Natural Earth, which draws them by who holds the ground; the atlas takes no side in any dispute. " +
  "Dashed: the lines in and around Kashmir between India, Pakistan and China, none of which all three accept; " +
  "what each claims is not drawn. Other boundaries may be contested too.";
