// The room that a card is given: as a frame one size for the embed page, oEmbed and the documents, and as a picture its width.

/**
 * In CSS pixels. At this width every card of Atsugi is shown whole, in Japanese and in English
 * (`npm test -- browser/frame-size` measures them).
 */
export const frameSize = { width: 400, height: 400 } as const;

/** In CSS pixels: as wide as a card's picture is drawn. */
export const imageWidth = 360;
