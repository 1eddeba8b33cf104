// One of a city's tables as it stands on disk, as a file to be changed.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type CityFile, takeCityFile } from "../../formats/read/city-file-text.ts";

export { type CityFile, cityFileText, newCityFile } from "../../formats/read/city-file-text.ts";

/** The table as it stands; `undefined` where it is not there. */
export async function readCityFile(folder: string, file: string): Promise<CityFile | undefined> {
  const bytes = await readFile(join(folder, file)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!bytes) return undefined;
  return takeCityFile(file, bytes);
}
