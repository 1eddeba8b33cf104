// The door for browsers: read a city from the bytes of its files, and make its published files; nothing here asks for a disk.

export type { Provided } from "./formats/format.ts";
export { providedFiles } from "./formats/provided-files.ts";
export { isTableFile, readCityFiles } from "./formats/read/city-files.ts";
export { type FileBytes, type Made, type MakeOptions, makeFiles, makeRelease } from "./release/make-files.ts";
export { type GridsRead, readGrids } from "./spreadsheet/read-grid.ts";
