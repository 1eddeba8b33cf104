// A small stand-in for CKAN's Action API, kept in memory. Its answers were checked against a real CKAN's:
// ckan-answers.json holds those, with their date and versions, and a test compares the two.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Json = Record<string, unknown>;

interface Resource extends Json {
  id: string;
  package_id: string;
}

interface Package extends Json {
  id: string;
  name: string;
  resources: Resource[];
}

interface Datastore {
  readonly fields: { id: string; type: string; info?: Json }[];
  readonly key: string[];
  readonly rows: Map<string, Json>;
}

export interface StandIn {
  readonly url: string;
  readonly token: string;
  /** How often each action was called. */
  readonly calls: Map<string, number>;
  stop(): Promise<void>;
}

class Fault extends Error {
  readonly status: number;
  readonly body: unknown;
  constructor(status: number, body: unknown) {
    super(String(status));
    this.status = status;
    this.body = body;
  }
}

const notFound = (message = "Not found") => new Fault(404, { __type: "Not Found Error", message });
const denied = (what: string) =>
  new Fault(403, {
    __type: "Authorization Error",
    message: `Access denied: User  not authorized to ${what}`,
  });
const invalid = (fields: Json) => new Fault(409, { ...fields, __type: "Validation Error" });

const licences = [
  { id: "notspecified", url: "", title: "License not specified" },
  { id: "cc-by", url: "http://www.opendefinition.org/licenses/cc-by", title: "Creative Commons Attribution" },
];

export interface StandInOptions {
  readonly licences?: readonly { id: string; url?: string; title?: string }[];
  /** Bytes that a file may have. */
  readonly largest?: number;
  readonly version?: string;
  /** Leaves out fields of a resource that CKAN does not know, and its hash, as some portals do. */
  readonly forgetful?: boolean;
  /** Milliseconds before each answer, as over a long line. */
  readonly pause?: number;
}

export async function ckanStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const token = "stand-in-token";
  const organisation = { id: "o-1", name: "990019", title: "試験市", state: "active" };
  const packages = new Map<string, Package>();
  const files = new Map<string, { name: string; bytes: Uint8Array }>();
  const datastores = new Map<string, Datastore>();
  const views = new Map<string, Json[]>();
  const deleted = new Set<string>();
  const calls = new Map<string, number>();
  let count = 0;
  let url = "";
  const newId = () => {
    count += 1;
    return `00000000-0000-4000-8000-${String(count).padStart(12, "0")}`;
  };

  const find = (id: unknown): Package => {
    const found = packages.get(String(id)) ?? [...packages.values()].find(({ name }) => name === id);
    if (!found) throw notFound();
    return found;
  };
  const findResource = (id: unknown): Resource => {
    for (const { resources } of packages.values()) {
      const found = resources.find((one) => one.id === id);
      if (found) return found;
    }
    throw notFound();
  };
  const mayWrite = (isKnown: boolean, what: string) => {
    if (!isKnown) throw denied(what);
  };

  function checkPackage(body: Json, self?: Package): void {
    const errors: Json = {};
    const name = String(body.name ?? "");
    if (!/^[a-z0-9_-]*$/.test(name))
      errors.name = ["Must be purely lowercase alphanumeric (ascii) characters and these symbols: -_"];
    else if ([...packages.values()].some((one) => one !== self && one.name === name))
      errors.name = ["That URL is already in use."];
    for (const { name: tag, vocabulary_id } of (body.tags ?? []) as {
      name: string;
      vocabulary_id?: string;
    }[]) {
      // CKAN knows a vocabulary's tags, and takes them with any letters.
      if (vocabulary_id) continue;
      if (tag.length < 2) errors.tags = [`Tag "${tag}" length is less than minimum 2`];
      else if (!/^[\p{L}\p{N}_ .-]+$/u.test(tag))
        errors.tags = [
          `Tag "${tag}" can only contain alphanumeric characters, spaces (" "), hyphens ("-"), underscores ("_") or dots (".")`,
        ];
    }
    if (!self && ![organisation.id, organisation.name].includes(String(body.owner_org)))
      errors.owner_org = ["Organization does not exist"];
    if (Object.keys(errors).length > 0) throw invalid(errors);
  }

  async function store(resource: Resource, body: Json): Promise<void> {
    const { upload, ...fields } = body;
    if (upload instanceof File) {
      if (upload.size > (options.largest ?? 100_000_000))
        throw invalid({ upload: ["File upload too large"] });
      const name = upload.name.toLowerCase();
      files.set(resource.id, { name, bytes: new Uint8Array(await upload.arrayBuffer()) });
      Object.assign(resource, {
        url: `${url}/dataset/${resource.package_id}/resource/${resource.id}/download/${name}`,
        url_type: "upload",
        size: upload.size,
      });
    }
    Object.assign(resource, fields);
    if (options.forgetful) {
      resource.hash = "";
      delete resource.datastore_sha256;
    }
  }

  const show = (one: Package) => ({ ...one, resources: one.resources.map(withDatastore) });
  const withDatastore = (one: Resource) => ({ ...one, datastore_active: datastores.has(one.id) });

  const actions: Readonly<Record<string, (body: Json, isKnown: boolean) => unknown>> = {
    status_show: () => ({ ckan_version: options.version ?? "2.12.0", site_title: "CKAN" }),
    user_show: (_, isKnown) => {
      if (!isKnown) throw notFound();
      return { name: "editor" };
    },
    license_list: () => options.licences ?? licences,
    organization_show: ({ id }) => {
      if (id !== organisation.id && id !== organisation.name) throw notFound();
      return organisation;
    },
    organization_list_for_user: (_, isKnown) => (isKnown ? [organisation] : []),
    package_show: ({ id }) => show(find(id)),
    package_create: (body, isKnown) => {
      mayWrite(isKnown, "create packages");
      checkPackage(body);
      const made: Package = {
        url: null,
        private: false,
        ...body,
        id: newId(),
        name: String(body.name),
        state: body.state === "draft" ? "draft" : "active",
        organization: organisation,
        resources: [],
      };
      for (const resource of (body.resources ?? []) as Json[])
        made.resources.push({ ...resource, id: newId(), package_id: made.id });
      packages.set(made.id, made);
      return show(made);
    },
    package_patch: ({ id, ...body }, isKnown) => {
      const found = find(id);
      mayWrite(isKnown, `edit package ${found.id}`);
      checkPackage({ name: found.name, ...body }, found);
      return show(Object.assign(found, body));
    },
    package_delete: ({ id }, isKnown) => {
      const found = find(id);
      mayWrite(isKnown, `delete package ${found.id}`);
      found.state = "deleted";
      return null;
    },
    resource_create: async (body, isKnown) => {
      const into = find(body.package_id);
      mayWrite(isKnown, `create resource on package ${into.id}`);
      const made: Resource = {
        id: newId(),
        package_id: into.id,
        state: "active",
        format: null,
      };
      await store(made, { ...body, package_id: into.id });
      into.resources.push(made);
      return withDatastore(made);
    },
    resource_patch: async ({ id, ...body }, isKnown) => {
      const found = findResource(id);
      mayWrite(isKnown, `edit resource ${found.id}`);
      await store(found, body);
      return withDatastore(found);
    },
    resource_show: ({ id }) => withDatastore(findResource(id)),
    resource_delete: ({ id }, isKnown) => {
      // CKAN keeps what was deleted, and deletes it again without a word.
      if (deleted.has(String(id))) return null;
      const found = findResource(id);
      mayWrite(isKnown, `delete resource ${found.id}`);
      const from = find(found.package_id);
      from.resources = from.resources.filter((one) => one !== found);
      deleted.add(found.id);
      datastores.delete(found.id);
      return null;
    },
    datastore_delete: ({ resource_id }, isKnown) => {
      mayWrite(isKnown, "datastore_delete");
      if (!datastores.delete(String(resource_id)))
        throw notFound(`Not found: Resource "${resource_id}" was not found.`);
      return { resource_id };
    },
    datastore_create: ({ resource_id, fields, primary_key }, isKnown) => {
      mayWrite(isKnown, "datastore_create");
      const { id } = findResource(resource_id);
      datastores.set(id, {
        fields: fields as Datastore["fields"],
        key: primary_key as string[],
        rows: new Map(),
      });
      return { resource_id };
    },
    datastore_upsert: ({ resource_id, records }, isKnown) => {
      mayWrite(isKnown, "datastore_upsert");
      const into = datastores.get(String(resource_id));
      if (!into) throw notFound(`Not found: Resource "${resource_id}" was not found.`);
      for (const record of records as Json[]) {
        for (const { id, type } of into.fields) {
          const value = record[id];
          if (value !== null && ["numeric", "int"].includes(type) && Number.isNaN(Number(value)))
            throw invalid({ records: [`invalid input syntax for type ${type}: "${value}"`] });
        }
        into.rows.set(into.key.map((name) => record[name]).join("\0"), record);
      }
      return { resource_id };
    },
    datastore_search: ({ resource_id }) => {
      const from = datastores.get(String(resource_id));
      if (!from) throw notFound(`Not found: Resource "${resource_id}" was not found.`);
      return { total: from.rows.size, records: [...from.rows.values()], fields: from.fields };
    },
    resource_create_default_resource_views: ({ resource }) => {
      const { id } = resource as Resource;
      if (!views.has(id)) views.set(id, [{ view_type: "datatables_view", resource_id: id }]);
      return views.get(id);
    },
    resource_view_list: ({ id }) => views.get(String(id)) ?? [],
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const address = new URL(request.url ?? "/", "http://stand.in");
    const download = /\/resource\/([^/]+)\/download\//.exec(address.pathname)?.[1];
    if (download !== undefined && files.has(download)) {
      response.end(files.get(download)?.bytes);
      return;
    }
    const action = /^\/api\/3\/action\/(\w+)$/.exec(address.pathname)?.[1];
    if (action === undefined) {
      response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
      response.end("<!DOCTYPE html><title>404 Not Found</title>");
      return;
    }
    calls.set(action, (calls.get(action) ?? 0) + 1);
    const reply = (status: number, value: unknown) => {
      response.writeHead(status, { "Content-Type": "application/json;charset=utf-8" });
      response.end(JSON.stringify(value));
    };
    const act = actions[action];
    if (!act) return reply(400, `Bad request: Action name not known: ${action}`);
    try {
      const data = await bodyOf(request, body, address);
      const result = await act(data, request.headers.authorization === token);
      reply(200, { help: action, success: true, result });
    } catch (error) {
      if (error instanceof Fault) reply(error.status, { help: action, success: false, error: error.body });
      else reply(500, { help: action, success: false, error: { __type: "Internal Server Error" } });
    }
  }

  const server = createServer((request, response) => {
    // A request whose body breaks off is no request.
    const go = () => answer(request, response).catch(() => response.destroy());
    if (options.pause) setTimeout(go, options.pause);
    else go();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    token,
    calls,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage, body: Buffer, { searchParams }: URL): Promise<Json> {
  const type = request.headers["content-type"] ?? "";
  if (request.method === "GET") return Object.fromEntries(searchParams);
  if (!type.startsWith("multipart/")) return JSON.parse(body.toString("utf8")) as Json;
  const form = await new Response(new Uint8Array(body), { headers: { "Content-Type": type } }).formData();
  return Object.fromEntries(form);
}
