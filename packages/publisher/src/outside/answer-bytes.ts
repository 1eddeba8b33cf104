// Reads the body of an answer up to a size far above any true one: a server may send without end.

/** What a portal, a store or a web server has to say. */
export const mostAnswer = 64 << 20;

/** `undefined` where there is more of it than may be; the connection is then closed. */
export async function answerBytes(response: Response, most = mostAnswer): Promise<Uint8Array | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(pieces);
    size += value.length;
    if (size > most) {
      await reader.cancel().catch(() => undefined);
      return undefined;
    }
    pieces.push(value);
  }
}
