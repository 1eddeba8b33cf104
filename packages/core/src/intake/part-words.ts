// What the parts of a municipality, of its schools and of its people are called, and what the whole is called beside them.

import { keyOf } from "./cell-text.ts";

/** What the whole is called beside its parts. */
const whole =
  /^(?:合?計|総計|総数|全体|全域|全校|男女計|[市町村区県都道府]?(?:全体|計|平均)|全[市町村区県]|圏域(?:全体|計)?|管内計|広域計|構成市町村?計)$/u;

/** 「北地区」「第一小」「男性」: what parts of a municipality, of its schools and of its people are called. */
const part =
  /^(?:男性?|女性?|男子|女子|その他|不明|無回答|[0-9]{1,2}(?:歳?代|歳以上|歳未満)?)$|^.{1,10}(?:地区|地域|圏域?|方面|学区|校区|小学?校?|中学?校?|高校|学校|幼稚園|保育[所園]|こども園|公民館|センター|支所|出張所|管内|[市町村区郡島]|[東西南北中央]部)$|^[東西南北中央](?:部|地区)?$/u;

export function isWholeWord(text: string): boolean {
  return whole.test(keyOf(text));
}

export function isPartWord(text: string): boolean {
  const key = keyOf(text);
  return part.test(key) && !whole.test(key) && !/^(?:[0-9]{1,2}|.*(?:評価|単位|区分|市区?町村))$/u.test(key);
}
