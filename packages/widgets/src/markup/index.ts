// What the publisher draws with: the trees of cards, their look, and how to write a tree as text. No DOM.

export { chartData, printedOf } from "../chart/chart-data.ts";
export { placeLabels } from "../chart/labels.ts";
export { lineChart } from "../chart/line-chart.ts";
export { placeNames } from "../chart/names.ts";
export { scaleFor } from "../chart/scale.ts";
export { smallCourse } from "../chart/small-course.ts";
export {
  linesBeside,
  type MultipleScale,
  scaleOfMultiples,
  smallMultiple,
} from "../chart/small-multiple.ts";
export { type CardView, cardMarkup, pageFolder, yearOfCard } from "../kpi-card/card-markup.ts";
export { cardStyle, reserveStyle } from "../kpi-card/kpi-card.css.ts";
export { names as neighbours } from "../shared/names.ts";
export { languageTags } from "../shared/words.ts";
export { forReader, japaneseParts } from "./mark-japanese.ts";
export { toHtml } from "./to-html.ts";
export { type Attributes, type Markup, Tag, tag } from "./tree.ts";
