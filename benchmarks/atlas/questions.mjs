// Ten questions of an analyst about many cities, each in SQL, for pandas and in SPARQL.

/** The properties of the graphs. */
export const properties = "https://data.example.lg.jp/def/#";

/** The name, then SQL, pandas and SPARQL. */
export const questions = [
  [
    "rows and numbers by body",
    "SELECT code, count(*) n, count(value) v FROM o GROUP BY code ORDER BY code",
    "o.groupby('code').agg(n=('indicator','size'), v=('value','count'))",
    `SELECT ?c (COUNT(?o) AS ?n) (COUNT(?v) AS ?w) { ?o :code ?c OPTIONAL { ?o :value ?v } } GROUP BY ?c ORDER BY ?c`,
  ],
  [
    "one body's values of a year",
    "SELECT indicator, value FROM o WHERE code = '100001' AND year = 2024 ORDER BY indicator",
    "o[(o.code=='100001') & (o.year==2024)][['indicator','value']].sort_values('indicator')",
    `SELECT ?i ?v { ?o :code "100001"; :year 2024; :indicator ?i OPTIONAL { ?o :value ?v } } ORDER BY ?i`,
  ],
  [
    "the course of one indicator",
    "SELECT year, value FROM o WHERE code = '100003' AND indicator = 'K0001' ORDER BY year",
    "o[(o.code=='100003') & (o.indicator=='K0001')][['year','value']].sort_values('year')",
    `SELECT ?y ?v { ?o :code "100003"; :indicator "K0001"; :year ?y OPTIONAL { ?o :value ?v } } ORDER BY ?y`,
  ],
  [
    "sums by unit and year",
    "SELECT unit, year, sum(value) s FROM o GROUP BY unit, year ORDER BY unit, year",
    "o.groupby(['unit','year']).value.sum()",
    `SELECT ?u ?y (SUM(?v) AS ?s) { ?o :unit ?u; :year ?y; :value ?v } GROUP BY ?u ?y ORDER BY ?u ?y`,
  ],
  [
    "a name across all bodies",
    "SELECT code, avg(value) m FROM o WHERE label = '交通事故発生件数' GROUP BY code ORDER BY code",
    "o[o.label=='交通事故発生件数'].groupby('code').value.mean()",
    `SELECT ?c (AVG(?v) AS ?m) { ?o :label "交通事故発生件数"; :code ?c; :value ?v } GROUP BY ?c ORDER BY ?c`,
  ],
  [
    "names that hold a word",
    "SELECT DISTINCT code, indicator FROM o WHERE label LIKE '%相談%' ORDER BY ALL",
    "o[o.label.str.contains('相談', regex=False)][['code','indicator']].drop_duplicates().sort_values(['code','indicator'])",
    `SELECT DISTINCT ?c ?i { ?o :label ?l; :code ?c; :indicator ?i FILTER(CONTAINS(?l, "相談")) } ORDER BY ?c ?i`,
  ],
  [
    "doubtful values by body",
    "SELECT code, count(*) n FROM o WHERE reading <> '確定' GROUP BY code ORDER BY code",
    "o[o.reading!='確定'].groupby('code').size()",
    `SELECT ?c (COUNT(?o) AS ?n) { ?o :reading ?r; :code ?c FILTER(?r != "確定") } GROUP BY ?c ORDER BY ?c`,
  ],
  [
    "changes of more than a fifth",
    "SELECT count(*) n FROM (SELECT value, lag(value) OVER (PARTITION BY code, indicator ORDER BY year) b, year - lag(year) OVER (PARTITION BY code, indicator ORDER BY year) d FROM o) t WHERE d = 1 AND b > 0 AND abs(value - b) / b > 0.2",
    "o.sort_values('year').assign(b=lambda t: t.groupby(['code','indicator']).value.shift()).query('b > 0 and abs(value - b) / b > 0.2').shape[0]",
    `SELECT (COUNT(*) AS ?n) { ?o :series ?s; :year ?y; :value ?v . ?p :series ?s; :year ?z; :value ?b FILTER(?z = ?y - 1 && ?b > 0 && ABS(?v - ?b) / ?b > 0.2) }`,
  ],
  [
    "why there is no value",
    "SELECT reason, count(*) n FROM o WHERE value IS NULL GROUP BY reason ORDER BY reason",
    "o[o.value.isna()].groupby('reason').size()",
    `SELECT ?r (COUNT(?o) AS ?n) { ?o :reason ?r } GROUP BY ?r ORDER BY ?r`,
  ],
  [
    "highest and lowest by name and year",
    "SELECT label, year, max(value) x, min(value) y FROM o GROUP BY label, year ORDER BY label, year",
    "o.groupby(['label','year']).value.agg(['max','min'])",
    `SELECT ?l ?y (MAX(?v) AS ?x) (MIN(?v) AS ?n) { ?o :label ?l; :year ?y; :value ?v } GROUP BY ?l ?y ORDER BY ?l ?y`,
  ],
];
