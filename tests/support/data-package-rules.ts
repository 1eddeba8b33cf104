// The rules of Data Package v2 that bind a descriptor (MUST and REQUIRED), each written from the standard's text.

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const isAddress = (value: unknown) => isText(value) && /^https?:\/\/[^\s]+$/.test(value);
/** URL or Path: a full address, or a relative POSIX path that does not leave the folder. */
const isUrlOrPath = (value: unknown) =>
  isAddress(value) ||
  (isText(value) && !value.startsWith("/") && !value.split("/").includes("..") && !/^[a-z]+:/i.test(value));

const fieldTypes = new Set(
  "string number integer boolean object array list datetime date time year yearmonth duration geopoint geojson any".split(
    " ",
  ),
);

/** What the standard forbids in the descriptor, in words. */
export function dataPackageFaults(descriptor: unknown): string[] {
  if (!isObject(descriptor)) return ["a descriptor must be an object"];
  const { resources, licenses, contributors, sources, created, name } = descriptor;
  const names = list(resources).map((one) => (isObject(one) ? one.name : undefined));
  return [
    ...(list(resources).length > 0 ? [] : ["resources: at least one is required"]),
    ...(descriptor.$schema === "https://datapackage.org/profiles/2.0/datapackage.json"
      ? []
      : ["$schema: not the profile of version 2.0"]),
    ...(name === undefined || (isText(name) && /^[a-z0-9._-]+$/.test(name)) ? [] : [`name: ${name}`]),
    ...(created === undefined ||
    (isText(created) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(created))
      ? []
      : [`created: ${created} is no RFC 3339 time`]),
    ...licenceFaults("licenses", licenses),
    ...list(contributors).flatMap((one, at) =>
      isObject(one) && Object.keys(one).length > 0 && (one.roles === undefined || Array.isArray(one.roles))
        ? []
        : [`contributors[${at}]`],
    ),
    ...sourceFaults("sources", sources),
    ...names.flatMap((one, at) =>
      isText(one) && names.indexOf(one) === at ? [] : [`resources[${at}].name: ${one}`],
    ),
    ...list(resources).flatMap((one, at) => resourceFaults(one, `resources[${at}]`, resources)),
  ];
}

function licenceFaults(place: string, licenses: unknown): string[] {
  if (licenses === undefined) return [];
  return list(licenses).flatMap((one, at) =>
    isObject(one) &&
    (isText(one.name) || isText(one.path)) &&
    (one.path === undefined || isUrlOrPath(one.path))
      ? []
      : [`${place}[${at}]: neither name nor path`],
  );
}

function sourceFaults(place: string, sources: unknown): string[] {
  return list(sources).flatMap((one, at) =>
    isObject(one) && Object.keys(one).length > 0 && (one.path === undefined || isUrlOrPath(one.path))
      ? []
      : [`${place}[${at}]`],
  );
}

function resourceFaults(resource: unknown, place: string, resources: unknown): string[] {
  if (!isObject(resource)) return [`${place} must be an object`];
  const { path, data, type, bytes, hash, schema, dialect } = resource;
  return [
    ...((path === undefined) === (data === undefined) ? [`${place}: one of path and data`] : []),
    ...(path === undefined || isUrlOrPath(path) ? [] : [`${place}.path: ${path}`]),
    ...(type === undefined || type === "table" ? [] : [`${place}.type: ${type}`]),
    ...(bytes === undefined || (Number.isInteger(bytes) && Number(bytes) >= 0)
      ? []
      : [`${place}.bytes: ${bytes}`]),
    ...(hash === undefined || (isText(hash) && /^([a-z0-9-]+:)?[0-9a-f]+$/.test(hash))
      ? []
      : [`${place}.hash: ${hash}`]),
    ...(dialect === undefined || isObject(dialect) || isUrlOrPath(dialect) ? [] : [`${place}.dialect`]),
    ...(schema === undefined ? [] : schemaFaults(schema, `${place}.schema`, resources)),
  ];
}

function schemaFaults(schema: unknown, place: string, resources: unknown): string[] {
  if (!isObject(schema)) return [`${place} must be an object`];
  const names = list(schema.fields).map((one) => (isObject(one) ? one.name : undefined));
  const isKey = (fields: unknown, within: readonly unknown[]) =>
    Array.isArray(fields) && fields.length > 0 && fields.every((one) => within.includes(one));
  return [
    ...(Array.isArray(schema.fields) ? [] : [`${place}.fields is required`]),
    ...names.flatMap((one, at) =>
      isText(one) && names.indexOf(one) === at ? [] : [`${place}.fields[${at}].name: ${one}`],
    ),
    ...list(schema.fields).flatMap((one, at) =>
      isObject(one) &&
      (one.type === undefined || fieldTypes.has(String(one.type))) &&
      (one.constraints === undefined || isObject(one.constraints))
        ? []
        : [`${place}.fields[${at}].type`],
    ),
    ...(schema.missingValues === undefined || Array.isArray(schema.missingValues)
      ? []
      : [`${place}.missingValues`]),
    ...(schema.primaryKey === undefined || isKey(schema.primaryKey, names) ? [] : [`${place}.primaryKey`]),
    ...list(schema.foreignKeys).flatMap((one, at) => {
      const here = `${place}.foreignKeys[${at}]`;
      if (!isObject(one) || !isObject(one.reference) || !isKey(one.fields, names)) return [here];
      const { resource, fields } = one.reference;
      const target = list(resources).find((other) => isObject(other) && other.name === resource);
      const targetSchema = resource === undefined ? schema : isObject(target) ? target.schema : undefined;
      const within = isObject(targetSchema)
        ? list(targetSchema.fields).map((other) => (isObject(other) ? other.name : undefined))
        : [];
      return isKey(fields, within) && list(fields).length === list(one.fields).length
        ? []
        : [`${here}.reference`];
    }),
  ];
}
