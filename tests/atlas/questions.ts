// Ten questions that an analyst asks of an atlas, in SQL that DuckDB and Spark both take.

/** Each answers in an order of its own, so that two engines' answers can be held against each other row by row. */
export const questions: Readonly<Record<string, string>> = {
  "how many rows each body has, and how many of them are numbers":
    "SELECT code, CAST(count(*) AS INT) AS n, CAST(count(value) AS INT) AS numbers FROM observations GROUP BY code ORDER BY code",
  "how much each year holds, by the state of its values":
    "SELECT year, status, CAST(count(*) AS INT) AS n FROM observations GROUP BY year, status ORDER BY year, status",
  "the newest value of every indicator of one body":
    "SELECT o.indicator, o.label, o.year, o.printed, o.words FROM observations o JOIN (SELECT indicator, max(year) AS year FROM observations WHERE code = '999962' AND breakdown = '全体' GROUP BY indicator) n ON o.indicator = n.indicator AND o.year = n.year WHERE o.code = '999962' AND o.breakdown = '全体' ORDER BY o.indicator",
  "what is counted in persons, summed by body and year":
    "SELECT code, year, round(sum(value), 6) AS total FROM observations WHERE unit = '人' AND breakdown = '全体' GROUP BY code, year ORDER BY code, year",
  "each common indicator by year, with the bodies' names":
    "SELECT i.common, o.year, c.name, round(o.value, 6) AS value FROM observations o JOIN indicators i ON o.code = i.code AND o.indicator = i.indicator JOIN cities c ON o.code = c.code WHERE i.common IS NOT NULL AND o.breakdown = '全体' ORDER BY i.common, o.year, o.code, o.indicator",
  "how far each value lies from the year before, where the city lets them compare":
    "SELECT code, indicator, year, round(value - before, 6) AS change FROM (SELECT code, indicator, year, value, comparable, lag(value) OVER (PARTITION BY code, indicator, breakdown ORDER BY year) AS before FROM observations WHERE breakdown = '全体') t WHERE comparable = '可' AND value IS NOT NULL AND before IS NOT NULL ORDER BY code, indicator, year",
  "what is doubtful, by body and how it was read":
    "SELECT code, reading, CAST(count(*) AS INT) AS n FROM observations WHERE reading <> '確定' GROUP BY code, reading ORDER BY code, reading",
  "indicators whose names speak of accidents or of children":
    "SELECT code, indicator, label, unit FROM indicators WHERE label LIKE '%事故%' OR label LIKE '%児童%' ORDER BY code, indicator",
  "why there is no value, by reason":
    "SELECT reason, CAST(count(*) AS INT) AS n FROM observations WHERE value IS NULL AND words IS NULL GROUP BY reason ORDER BY reason NULLS LAST",
  "shares of a whole, their middle and ends by year":
    "SELECT year, CAST(count(*) AS INT) AS n, round(min(value), 6) AS low, round(avg(value), 6) AS mean, round(max(value), 6) AS high FROM observations WHERE unit = '%' AND value IS NOT NULL GROUP BY year ORDER BY year",
};
