// The shape of the fixed words around cities side by side, as an atlas publishes them.

/** The fixed words around a comparison; `{…}` stands for what is put in there. */
export interface CompareWordsJson {
  /** What stands side by side, and in which order. */
  lead: string;
  none: string;
  /** What the pictures' scale is. */
  scale: string;
  hollow: string;
  /** Where the lines have a gap, and why. */
  gap: string;
  reference: string;
  table: string;
  body: string;
  name: string;
  notes: string;
  beside: string;
  source: string;
  unofficial: string;
  /** Where whoever keeps the atlas said that it is the same. */
  byAtlas: string;
  more: string;
  perThousand: string;
  perThousandAbout: string;
  population: string;
}
