// One of a city's tables as it stands on disk, as a file to be changed.

import { join } from "node:path";
import { type CityFile, takeCityFile } from "../../formats/read/city-file-text.ts";
import { readIfThere } from "../read-file.ts";

export { type CityFile, cityFileText, newCityFile } from "../../formats/read/city-file-text.ts";

/** The table as it stands; `undefined` where it is not there. */
export async function readCityFile(folder: string, file: string): Promise<CityFile | undefined> {
  const bytes = await readIfThere(join(folder, file));
  if (!bytes) return undefined;
  return takeCityFile(file, bytes);
}
