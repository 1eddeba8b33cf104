// Numbers as people say them: a table of a hundred cases, each with its Japanese and its English.

import { parseDecimal, sayNumber } from "@shihyo/core";
import { expect, test } from "vitest";

const english: Readonly<Record<string, string>> = {
  人: "persons",
  名: "persons",
  件: "cases",
  台: "units",
  世帯: "households",
  "人/日": "persons per day",
  "㎡": "m²",
};

/** Number, unit, Japanese, English; `-` where the printed form is as easy. */
const cases = `
26587536	千円	265億8,753万6千円	¥26.6 billion
587000	千円	5億8,700万円	¥587 million
5	千円	-	-
9	千円	-	-
10	千円	1万円	¥10,000
50	千円	5万円	¥50,000
999	千円	99万9千円	¥999,000
1000	千円	100万円	¥1 million
12345	千円	1,234万5千円	¥12.3 million
100000	千円	1億円	¥100 million
1234567	千円	12億3,456万7千円	¥1.23 billion
0	千円	-	-
-26587536	千円	-265億8,753万6千円	-¥26.6 billion
-5	千円	-	-
12.5	千円	1万2,500円	¥12,500
0.5	千円	-	-
265.9	億円	265億9,000万円	¥26.6 billion
1.5	億円	1億5,000万円	¥150 million
0.0001	億円	1万円	¥10,000
0.00005	億円	-	-
123456	億円	12兆3,456億円	¥12.3 trillion
3	億円	-	¥300 million
26587	百万円	265億8,700万円	¥26.6 billion
1	百万円	100万円	¥1 million
0.5	百万円	50万円	¥500,000
1234.5	百万円	12億3,450万円	¥1.23 billion
250	万円	-	¥2.5 million
1	万円	-	¥10,000
9999	万円	-	¥100 million
10000	万円	1億円	¥100 million
1.5	万円	1万5千円	¥15,000
99999	円	-	-
100000	円	10万円	¥100,000
123456	円	12万3,456円	¥123,456
1000000	円	100万円	¥1 million
12345678	円	1,234万5,678円	¥12.3 million
100000000	円	1億円	¥100 million
999499999	円	9億9,949万9,999円	¥999 million
999500000	円	9億9,950万円	¥1 billion
999999999	円	9億9,999万9,999円	¥1 billion
1000000000	円	10億円	¥1 billion
1000000000000	円	1兆円	¥1 trillion
12345678901234	円	12兆3,456億7,890万1,234円	¥12.3 trillion
10000000000000000	円	1京円	¥10,000 trillion
100001000	円	1億1千円	¥100 million
290000	人	29万人	-
99999	人	-	-
100000	人	10万人	-
123456	人	12万3,456人	-
999999	人	99万9,999人	-
1000000	人	100万人	1 million persons
2086794	人	208万6,794人	2.09 million persons
12345678	人	1,234万5,678人	12.3 million persons
100000000	人	1億人	100 million persons
125000000	人	1億2,500万人	125 million persons
-290000	人	-29万人	-
0	人	-	-
12.5	人	-	-
290000.0	人	-	-
1234	千人	123万4千人	1.23 million persons
12	千人	1万2千人	12,000 persons
9	千人	-	-
10	千人	1万人	10,000 persons
0.5	千人	-	-
125.4	千人	12万5,400人	125,400 persons
1	万人	-	10,000 persons
22	万人	-	220,000 persons
125.5	万人	125万5千人	1.26 million persons
2086794	件	208万6,794件	2.09 million cases
93000	件	-	-
1993794	件	199万3,794件	1.99 million cases
100100	件	10万100件	-
100010	件	10万10件	-
101000	件	10万1千件	-
110000	件	11万件	-
1050000	件	105万件	1.05 million cases
1372	件	-	-
123456	台	12万3,456台	-
223456	世帯	22万3,456世帯	-
223	千世帯	22万3千世帯	223,000 households
1000000	世帯	100万世帯	1 million households
123456.7	km	-	-
1234567	km	123万4,567km	1.23 million km
120000	㎡	12万㎡	-
1200000	㎡	120万㎡	1.2 million m²
150000	人/日	15万人/日	-
250000	名	25万名	-
7.3	‰	1,000あたり7.3	7.3 per 1,000
0.5	‰	1,000あたり0.5	0.5 per 1,000
12	‰	1,000あたり12	12 per 1,000
72.1	%	-	-
100000	%	-	-
120	千トン	12万トン	-
1234567		123万4,567	1.23 million
100000		10万	-
50		-	-
26587535.9	千円	265億8,753万5,900円	¥26.6 billion
1999500	人	199万9,500人	2 million persons
1004999	人	100万4,999人	1 million persons
1005000	人	100万5千人	1.01 million persons
9995000	人	999万5千人	10 million persons
9994999	人	999万4,999人	9.99 million persons
99950000	人	9,995万人	100 million persons
1500000000	人	15億人	1.5 billion persons
14500000	千円	145億円	¥14.5 billion
700	千円	70万円	¥700,000
1004	千円	100万4千円	¥1 million
45	百万円	4,500万円	¥45 million
200000	千人	2億人	200 million persons
3000	千世帯	300万世帯	3 million households
55	千人	5万5千人	55,000 persons
123	百万円	1億2,300万円	¥123 million
100	千円	10万円	¥100,000
99	千円	9万9千円	¥99,000
1	千円	-	-
20000000	円	2,000万円	¥20 million
0	円	-	-
`
  .trim()
  .split("\n")
  .map((line) => line.split("\t") as [string, string, string, string]);

test("each of a hundred numbers is said as people say it", () => {
  const said = cases.map(([number, unit]) => {
    const of = unit === "" ? undefined : { name: { ja: unit, en: english[unit] ?? unit } };
    const words = (reader: "ja" | "en") => sayNumber(parseDecimal(number)!, of, reader) ?? "-";
    return [number, unit, words("ja"), words("en")];
  });
  expect(cases.length).toBeGreaterThan(100);
  expect(said).toEqual(cases);
});
