// Readings and everyday words for what city reports write in kanji, so that a word typed in kana, or as people say it, finds.

/** Written, then how it is read, then what else people call it. */
const list = `
鮎|あゆ|魚
アユ|あゆ|魚
魚|さかな
祭|まつり
まつり|まつり|祭り
花火|はなび
交通事故|こうつうじこ|事故
交通安全|こうつうあんぜん
交通|こうつう
事故|じこ
自転車|じてんしゃ|チャリ
駐車場|ちゅうしゃじょう
駐輪場|ちゅうりんじょう|自転車置き場
道路|どうろ|みち
歩道|ほどう
歩行|ほこう
ウォーキング|うぉーきんぐ|散歩|さんぽ
公園|こうえん|遊び場|あそびば|遊ぶ|あそぶ
広場|ひろば|遊び場|あそびば
緑|みどり
森林|しんりん|もり
里山|さとやま
川|かわ
観光|かんこう|旅行
旅行|りょこう
温泉|おんせん
来場者|らいじょうしゃ|人出
参加者|さんかしゃ
利用者|りようしゃ
相談|そうだん
子育て|こそだて|育児
育児|いくじ
児童|じどう|こども
乳児|にゅうじ|赤ちゃん
乳幼児|にゅうようじ|赤ちゃん
幼児|ようじ
子ども|こども
保育|ほいく
保育所|ほいくしょ|ほいくえん|保育園
待機児童|たいきじどう
幼稚園|ようちえん
学校|がっこう
小学校|しょうがっこう
中学校|ちゅうがっこう
不登校|ふとうこう
給食|きゅうしょく
教育|きょういく
図書館|としょかん|本
図書|としょ|本
学習|がくしゅう|勉強
勉強|べんきょう
学力|がくりょく|勉強
宿題|しゅくだい
英語|えいご
外国語|がいこくご|英語
教員|きょういん|先生
教師|きょうし|先生
先生|せんせい
教職員|きょうしょくいん|先生
高齢者|こうれいしゃ|お年寄り|としより|おじいさん|おばあさん|おじいちゃん|おばあちゃん
老人|ろうじん|お年寄り|としより|おじいさん|おばあさん|おじいちゃん|おばあちゃん
介護|かいご
障がい|しょうがい|障害
障害|しょうがい
健康|けんこう
健診|けんしん|健康診断
検診|けんしん
受診|じゅしん
予防接種|よぼうせっしゅ|ワクチン
医療|いりょう|病院|お医者さん|いしゃ
病院|びょういん|お医者さん|いしゃ
医者|いしゃ
救急|きゅうきゅう|救急車|きゅうきゅうしゃ
消防|しょうぼう|消防車|しょうぼうしゃ
火災|かさい|火事
火事|かじ
防災|ぼうさい|災害|地震
地震|じしん
災害|さいがい
震災|しんさい|地震
訓練|くんれん
避難|ひなん
防犯|ぼうはん|犯罪|泥棒|どろぼう
犯罪|はんざい|泥棒|どろぼう|警察
警察|けいさつ
浸水|しんすい
止水板|しすいばん
耐震|たいしん|地震
住宅|じゅうたく|いえ|家
空き家|あきや
移住|いじゅう|引っ越し
引っ越し|ひっこし
定住|ていじゅう
人口|じんこう
婚活|こんかつ|結婚
結婚|けっこん
出産|しゅっさん|お産|赤ちゃん
妊婦|にんぷ|妊娠|赤ちゃん
妊産婦|にんさんぷ|妊娠|赤ちゃん
赤ちゃん|あかちゃん
不妊|ふにん
仕事|しごと
就労|しゅうろう|仕事
就職|しゅうしょく|仕事
雇用|こよう|仕事
創業|そうぎょう|起業
企業|きぎょう|会社
会社|かいしゃ
中小企業|ちゅうしょうきぎょう
商店|しょうてん|お店
商業|しょうぎょう
農業|のうぎょう|畑
農産物|のうさんぶつ|野菜
野菜|やさい
米|こめ
環境|かんきょう
温暖化|おんだんか
省エネ|しょうえね
太陽光|たいようこう|ソーラー
ごみ|ゴミ
廃棄物|はいきぶつ|ごみ
資源|しげん|リサイクル
リサイクル|りさいくる|ごみ
下水道|げすいどう
水道|すいどう
多文化|たぶんか|外国人
外国人|がいこくじん
外国籍|がいこくせき|外国人
外国|がいこく
国際|こくさい|外国
友好都市|ゆうこうとし|姉妹都市
市民|しみん
協働|きょうどう
自治会|じちかい|町内会
文化|ぶんか
芸術|げいじゅつ
美術|びじゅつ
音楽|おんがく
体育|たいいく|スポーツ
水泳|すいえい|プール
スイミング|すいみんぐ|水泳|プール
大学|だいがく
若者|わかもの
女性|じょせい
男女|だんじょ
人権|じんけん
税|ぜい
寄附|きふ|ふるさと納税
寄付|きふ|ふるさと納税
財政|ざいせい|お金
お金|おかね
電子申請|でんししんせい|オンライン
窓口|まどぐち
駅|えき|電車|でんしゃ
公共交通|こうきょうこうつう|電車|でんしゃ|バス
バス|ばす
道|みち
橋|はし
景観|けいかん
歴史|れきし
文化財|ぶんかざい
講座|こうざ
教室|きょうしつ
補助金|ほじょきん|助成金
補助|ほじょ|助成
助成|じょせい
施設|しせつ
整備|せいび
件数|けんすう
人数|にんずう
割合|わりあい
満足|まんぞく
`;

/** Written in English, as a word begins, then what else people call it. */
const english = `
older|elderly|seniors|old people
senior|elderly|old people
bicycle|bike|cycling
child|kids
pupil|kids|students
childcare|daycare|day care|nursery
nursery|daycare|childcare
kindergarten|preschool
child-rearing|parenting|family
waste|garbage|trash|rubbish
recycl|garbage|trash|rubbish
swimming|pool
medical|doctor|hospital|clinic
health|medical
foreign|immigrants|foreigners
multicultural|foreigners|immigrants
firefight|fire brigade
crime|police|safety
disaster|earthquake|flood|typhoon|emergency
employ|jobs|work
hired|jobs|work
touris|sightseeing|visitors|travel
visitor|tourists
librar|books
compan|business|firms
business|companies|firms
shop|stores
agricultur|farms|farming|vegetables
farm|agriculture|vegetables
donation|money
tax|money
grant|subsidies|money
station|trains|railway
park|playground
housing|homes|houses
dwelling|homes|houses
birth|babies|pregnancy
pregnan|babies
infant|babies|kids
disabilit|disabled
long-term care|nursing care
volunteer|volunteering
greenhouse|climate|carbon dioxide
`;

const others = english
  .trim()
  .split("\n")
  .map((line) => line.split("|"))
  .map(([written = "", ...names]) => ({ begins: new RegExp(`\\b${written}`, "i"), names }));

const entries = list
  .trim()
  .split("\n")
  .map((line) => line.split("|"))
  .map(([written = "", reading = "", ...others]) => ({ written, reading, others }))
  // The longest first, so that 交通事故 is read before 事故.
  .toSorted((a, b) => b.written.length - a.written.length || (a.written < b.written ? -1 : 1));

/** The text once more as it is read, and what else people call the things in it, read too; nothing where it holds no such word. */
export function everydayWords(text: string): string[] {
  const inEnglish = others.flatMap(({ begins, names }) => (begins.test(text) ? names : []));
  const known = entries.filter(({ written }) => text.includes(written));
  if (known.length === 0) return [...new Set(inEnglish)];
  const called = [...new Set(known.flatMap((one) => one.others))];
  return [
    ...new Set([asRead(text, known), ...called, ...called.map((one) => asRead(one, entries)), ...inEnglish]),
  ];
}

function asRead(text: string, known: typeof entries): string {
  return known.reduce((read, { written, reading }) => read.replaceAll(written, reading), text);
}
