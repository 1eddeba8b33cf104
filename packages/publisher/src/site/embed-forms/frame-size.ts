// The room that a card is given in a frame: one size for the embed page, oEmbed and the documents.

/**
 * In CSS pixels. At this width every card of Atsugi is shown whole, in Japanese and in English
 * (`npm test -- browser/frame-size` measures them).
 */
export const frameSize = { width: 400, height: 400 } as const;
