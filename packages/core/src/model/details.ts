// The details of each record: plain facts that every format publishes as they stand. An optional column begins here.

/** 数量, 順位 (a smaller number is higher), 指数, 点. */
export type NumberShape = "quantity" | "rank" | "index" | "score";

/** 毎年, 隔年, 不定期: how often it is surveyed. */
export type SurveyCycle = "yearly" | "biennial" | "irregular";

/** 完全, 近い, 広い, 狭い: how closely it is what other cities count. */
export type CommonMatch = "exact" | "close" | "broader" | "narrower";

/** 仮: drafted by `shihyo yomi`, until a person has looked; 確認: looked at. */
export type KanaBasis = "draft" | "checked";

/** What a record has no detail of yet. */
type None = Record<never, never>;

/** By table. `core/tables/details.ts` says of each what its column is. */
interface DetailsByTable {
  readonly indicators: {
    readonly formula?: string;
    readonly numerator?: string;
    readonly denominator?: string;
    readonly dataSource?: string;
    /** The name in kana, with a space between words where kanji meet, and whether a person has looked at it. */
    readonly kana?: string;
    readonly kanaBasis?: KanaBasis;
    readonly shape?: NumberShape;
    readonly cycle?: SurveyCycle;
    /** The code that the city itself uses. */
    readonly cityCode?: string;
    /** The ID of a common indicator, and how closely it is that. */
    readonly common?: string;
    readonly commonMatch?: CommonMatch;
  };
  readonly nodes: {
    /** The name in kana, as that of an indicator, and whether a person has looked at it. */
    readonly kana?: string;
    readonly kanaBasis?: KanaBasis;
    /** The code that the city itself uses. */
    readonly cityCode?: string;
  };
  readonly levels: None;
  readonly placements: None;
  readonly sections: None;
  readonly units: None;
  readonly breakdowns: None;
  readonly indicatorKinds: None;
  readonly listings: None;
  readonly observations: None;
  readonly breaks: None;
  readonly targets: None;
  readonly grades: None;
  readonly evaluations: None;
  readonly references: None;
  readonly costs: None;
  readonly activities: None;
  readonly corrections: None;
  readonly releases: None;
}

export type TableWithDetails = keyof DetailsByTable;

/** What a record of that table extends. */
export type DetailsOf<T extends TableWithDetails> = DetailsByTable[T];
