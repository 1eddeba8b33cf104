// Readings and everyday words for what city reports write in kanji, so that a word typed in kana, or as people say it, finds.

/** Written, then how it is read, then what else people call it. */
const list = `
鮎|あゆ
祭|まつり
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
公園|こうえん
緑|みどり
森林|しんりん|もり
里山|さとやま
川|かわ
観光|かんこう|旅行
温泉|おんせん
来場者|らいじょうしゃ|人出
参加者|さんかしゃ
利用者|りようしゃ
相談|そうだん
子育て|こそだて|育児
児童|じどう|こども
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
英語|えいご
高齢者|こうれいしゃ|お年寄り|としより
介護|かいご
障がい|しょうがい|障害
障害|しょうがい
健康|けんこう
健診|けんしん|健康診断
検診|けんしん
受診|じゅしん
予防接種|よぼうせっしゅ|ワクチン
医療|いりょう|病院
病院|びょういん
救急|きゅうきゅう|救急車
消防|しょうぼう
火災|かさい|火事
防災|ぼうさい|災害|地震
訓練|くんれん
避難|ひなん
防犯|ぼうはん|犯罪
犯罪|はんざい
浸水|しんすい
止水板|しすいばん
耐震|たいしん|地震
住宅|じゅうたく|いえ|家
空き家|あきや
移住|いじゅう|引っ越し
定住|ていじゅう
人口|じんこう
婚活|こんかつ|結婚
結婚|けっこん
出産|しゅっさん|お産
妊婦|にんぷ|妊娠
不妊|ふにん
仕事|しごと
就労|しゅうろう|仕事
就職|しゅうしょく|仕事
雇用|こよう|仕事
創業|そうぎょう|起業
企業|きぎょう|会社
中小企業|ちゅうしょうきぎょう
商店|しょうてん|お店
商業|しょうぎょう
農業|のうぎょう|畑
農産物|のうさんぶつ|野菜
米|こめ
環境|かんきょう
温暖化|おんだんか
省エネ|しょうえね
太陽光|たいようこう|ソーラー
ごみ|ゴミ
廃棄物|はいきぶつ|ごみ
資源|しげん|リサイクル
下水道|げすいどう
水道|すいどう
多文化|たぶんか|外国人
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
大学|だいがく
若者|わかもの
女性|じょせい
男女|だんじょ
人権|じんけん
税|ぜい
寄附|きふ|ふるさと納税
寄付|きふ|ふるさと納税
財政|ざいせい|お金
電子申請|でんししんせい|オンライン
窓口|まどぐち
駅|えき
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

const entries = list
  .trim()
  .split("\n")
  .map((line) => line.split("|"))
  .map(([written = "", reading = "", ...others]) => ({ written, reading, others }))
  // The longest first, so that 交通事故 is read before 事故.
  .toSorted((a, b) => b.written.length - a.written.length || (a.written < b.written ? -1 : 1));

/** The text once more as it is read, and what else people call the things in it; nothing where it holds no such word. */
export function everydayWords(text: string): string[] {
  const known = entries.filter(({ written }) => text.includes(written));
  if (known.length === 0) return [];
  let read = text;
  for (const { written, reading } of known) read = read.replaceAll(written, reading);
  return [read, ...new Set(known.flatMap(({ others }) => others))];
}
