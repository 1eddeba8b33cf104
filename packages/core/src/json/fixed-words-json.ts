// The shape of the fixed words around values and activities, as the published JSON has them.

/** The fixed words around an indicator's values; `{…}` stands for what is put in there. */
export interface FixedWordsJson {
  unofficial: string;
  source: string;
  page: string;
  details: string;
  table: string;
  year: string;
  value: string;
  change: string;
  breakdown: string;
  whole: string;
  note: string;
  none: string;
  target: string;
  baseline: string;
  cut: string;
  gap: string;
  bridge: string;
  hollow: string;
  break: string;
}

/** The words around a project's activities. */
export interface FixedActivityWordsJson {
  title: string;
  what: string;
  value: string;
  unit: string;
  when: string;
  page: string;
  note: string;
  none: string;
  restored: string;
  doubtful: string;
}
