// Puts a published folder onto a CKAN portal as one dataset; run again, it goes on, or finds nothing to do.
//
// No call that creates is made twice unseen: after every doubt the dataset is read again, and what is to be
// done is worked out anew from what is there. So a run that was cut off at any point needs no record of its own.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type Bundle, readBundle } from "./bundle.ts";
import {
  type CkanClient,
  type CkanLicence,
  type CkanPackage,
  type CkanResource,
  ckanClient,
  notCkan,
} from "./ckan-client.ts";
import { type DatasetFields, datasetFields, fieldChanges, type Profile } from "./dataset-fields.ts";
import { fillDatastore, isFilled, publishedTableIn } from "./datastore.ts";
import { licenceOn } from "./licence.ts";
import type { Patience } from "./patience.ts";
import { isMissing, nothingThere, PortalError } from "./portal-error.ts";
import type { LocalResource } from "./resources.ts";
import { isDescribed, planSteps, stepFor, type UploadStep } from "./upload-plan.ts";

export interface UploadOptions {
  readonly url: string;
  readonly organisation: string;
  /** May be missing only with `dryRun`. */
  readonly token?: string;
  readonly profile?: Profile;
  /** The dataset's name on the portal, in place of `142123_indicator`. */
  readonly name?: string;
  /** The portal's own id of the licence, in place of looking it up. */
  readonly licence?: string;
  /** Removes resources of ours whose files are gone. */
  readonly prune?: boolean;
  /** Fills the DataStore with the tables. */
  readonly datastore?: boolean;
  /** Reads, plans, and writes nothing. */
  readonly dryRun?: boolean;
  readonly patience?: Patience;
  /** Told of every file as it is done. */
  readonly onFile?: (done: FileReport, at: number, of: number) => void;
}

export type Done = "created" | "updated" | "described" | "same" | "removed" | "kept" | "filled";

export interface FileReport {
  readonly file: string;
  readonly did: Done;
  readonly bytes?: number;
  /** Rows in the DataStore, where it was filled. */
  readonly rows?: number;
}

export interface UploadReport {
  /** The dataset's page on the portal. */
  readonly page: string;
  readonly dataset: "created" | "changed" | "same";
  /** The fields that were changed. */
  readonly fields: readonly string[];
  readonly files: readonly FileReport[];
  /** False where the portal is as it was. */
  readonly changed: boolean;
  /** Why nobody sees the dataset on the portal; empty where everybody does. */
  readonly unseen: readonly Unseen[];
}

/** `private`: its organisation alone sees it; `draft`: it was begun on the portal's form and not finished. */
export type Unseen = "private" | "draft";

function unseenOf(there: CkanPackage | undefined): Unseen[] {
  return [
    ...(there?.private === true ? (["private"] as const) : []),
    ...(there?.state === "draft" ? (["draft"] as const) : []),
  ];
}

export async function upload(folder: string, options: UploadOptions): Promise<UploadReport> {
  const bundle = forProfile(await readBundle(folder), options.profile);
  const client = ckanClient({
    url: options.url,
    ...(options.patience === undefined ? {} : { patience: options.patience }),
    ...(options.token === undefined ? {} : { token: options.token }),
  });
  await meetPortal(client, options);
  const fields = datasetFields(bundle, {
    profile: options.profile ?? "ckan",
    licence: options.licence ?? (await lookUpLicence(client, bundle)),
    ...(options.name === undefined ? {} : { name: options.name }),
  });
  const before = await showPackage(client, fields.name);
  if (before) refuseStrange(before, options.organisation);
  const changes = before && fieldChanges(fields, before);
  const page = `${client.url}/dataset/${fields.name}`;
  const head = { page, fields: before ? Object.keys(changes ?? {}) : Object.keys(fields) };
  const dataset = before ? (changes ? "changed" : "same") : "created";
  const code = bundle.described.municipality.code;
  if (options.dryRun) {
    const files = planSteps(bundle.resources, before, code).map((step) => foreseen(step, options));
    const changed = dataset !== "same" || files.some(isChange);
    return { ...head, dataset, files, changed, unseen: unseenOf(before) };
  }
  const there = await settleDataset(client, fields, before, changes, options.organisation);
  const into: Destination = { client, dataset: there.id, code, prune: options.prune === true };
  const files = [
    ...(await settleFiles(into, bundle, there, options)),
    ...(await withoutDoubles(into, bundle, options)),
  ];
  const changed = dataset !== "same" || files.some(isChange);
  return { ...head, dataset, files, changed, unseen: unseenOf(there) };
}

/** BODIK's resources say the encoding of a CSV; ours begin with a BOM. */
function forProfile(bundle: Bundle, profile: Profile | undefined): Bundle {
  if (profile !== "bodik") return bundle;
  const resources = bundle.resources.map((one) =>
    one.format === "CSV" ? { ...one, encoding: "utf-8_sig" as const } : one,
  );
  return { ...bundle, resources };
}

export const isChange = ({ did }: FileReport): boolean => did !== "same" && did !== "kept";

/** Is it CKAN, of an age we know, with this organisation, and may this token write there? */
async function meetPortal(client: CkanClient, { organisation, token }: UploadOptions): Promise<void> {
  const status = await client.call<{ ckan_version?: string }>("status_show").catch((error: unknown) => {
    const isOther =
      error instanceof PortalError && ["broken", "notFound", "notAllowed"].includes(error.fault);
    throw isOther ? notCkan(client.url) : error;
  });
  // A portal may hide its version; then it is tried.
  const [major = 2, minor = 11] = (status.ckan_version ?? "")
    .split(".")
    .map((part) => Number.parseInt(part, 10));
  if (major < 2 || (major === 2 && minor < 9)) {
    throw new PortalError("tooOld", {
      ja: `このポータルのCKANは ${status.ckan_version} です。2.9以上が要ります。`,
      en: `This portal runs CKAN ${status.ckan_version}; 2.9 or later is needed.`,
    });
  }
  if (token !== undefined && (major > 2 || minor >= 10)) {
    await client.call("user_show", {}).catch((error: unknown) => {
      const isUnknown = error instanceof PortalError && ["notFound", "notAllowed"].includes(error.fault);
      throw isUnknown ? wrongToken() : error;
    });
  }
  await client.call("organization_show", { id: organisation }).catch((error: unknown) => {
    throw isMissing(error) ? noOrganisation(organisation) : error;
  });
  if (token === undefined) return;
  const mine = await client.call<{ id: string; name: string }[]>("organization_list_for_user", {
    permission: "create_dataset",
  });
  if (!mine.some(({ id, name }) => name === organisation || id === organisation)) {
    throw new PortalError("notAllowed", {
      ja: `このトークンでは、組織 ${organisation} にデータセットを作れません。トークンが正しいか、利用者がその組織の編集者か確かめてください。`,
      en: `With this token no dataset can be made in the organisation ${organisation}. See whether the token is right and its user an editor there.`,
    });
  }
}

const wrongToken = () =>
  new PortalError("wrongToken", {
    ja: "トークンが正しくないか、期限が切れています。ポータルの利用者のページで作り直してください。",
    en: "The token is wrong, or has expired. Make a new one on your user page of the portal.",
  });

const noOrganisation = (name: string) =>
  new PortalError("noOrganisation", {
    ja: `組織 ${name} はこのポータルにありません。--org には、組織のページのアドレスの最後の部分を指定してください。`,
    en: `There is no organisation ${name} on this portal. Name with --org the last part of its page's address.`,
  });

async function lookUpLicence(client: CkanClient, { described }: Bundle): Promise<string> {
  const list = await client.call<CkanLicence[]>("license_list");
  const { iri, name } = described.municipality.licence;
  const found = licenceOn(list, iri);
  if (found) return found.id;
  const ids = list.map(({ id }) => id).join(", ");
  throw new PortalError("invalid", {
    ja: `このポータルのライセンスに ${name} が見つかりません。--licence で選んでください：${ids}`,
    en: `${name} is not among this portal's licences. Choose with --licence: ${ids}`,
  });
}

function showPackage(client: CkanClient, name: string): Promise<CkanPackage | undefined> {
  return client.call<CkanPackage>("package_show", { id: name }).catch(nothingThere);
}

/** A dataset of that name which is somebody else's, or in the portal's bin. */
function refuseStrange({ name, state, organization }: CkanPackage, organisation: string): void {
  if (state === "deleted") {
    throw new PortalError("invalid", {
      ja: `データセット ${name} は、ポータルで削除されています。管理画面で元に戻すか完全に消してから、もう一度実行してください。`,
      en: `The dataset ${name} was deleted on the portal. Restore or purge it there, then run this again.`,
    });
  }
  if (organization && organization.name !== organisation && organization.id !== organisation) {
    throw new PortalError("invalid", {
      ja: `データセット ${name} は、別の組織（${organization.name}）のものです。--org か --name を見直してください。`,
      en: `The dataset ${name} belongs to another organisation (${organization.name}). Check --org and --name.`,
    });
  }
}

async function settleDataset(
  client: CkanClient,
  fields: DatasetFields,
  before: CkanPackage | undefined,
  changes: Record<string, unknown> | undefined,
  organisation: string,
): Promise<CkanPackage> {
  if (before) {
    if (changes) await client.call("package_patch", { id: before.id, ...changes });
    return before;
  }
  let isFirst = true;
  return client.persist(async () => {
    const made = isFirst ? undefined : await showPackage(client, fields.name);
    isFirst = false;
    if (made) return made;
    return client
      .once<CkanPackage>("package_create", { ...fields, owner_org: organisation })
      .catch(async (error: unknown) => {
        // Another upload may have made it in between; then the name is in use.
        const other = error instanceof PortalError ? await showPackage(client, fields.name) : undefined;
        if (!other) throw error;
        refuseStrange(other, organisation);
        return other;
      });
  });
}

/** The dataset that files go to, and what is done with those that are gone. */
interface Destination {
  readonly client: CkanClient;
  readonly dataset: string;
  readonly code: string;
  readonly prune: boolean;
}

async function settleFiles(
  into: Destination,
  bundle: Bundle,
  there: CkanPackage,
  options: UploadOptions,
): Promise<FileReport[]> {
  const { client, code } = into;
  const steps = planSteps(bundle.resources, there, code);
  const reports: FileReport[] = [];
  for (const [at, planned] of steps.entries()) {
    const done = await settle(into, planned);
    reports.push(done.report);
    options.onFile?.(done.report, at + 1, steps.length);
    const table = "local" in planned && options.datastore ? publishedTableIn(planned.local, code) : undefined;
    if ("local" in planned && table && done.resource && !isFilled(planned.local, done.resource)) {
      const rows = await fillDatastore(client, planned.local, done.resource, table);
      const filled: FileReport = { file: planned.local.file, did: "filled", rows };
      reports.push(filled);
      options.onFile?.(filled, at + 1, steps.length);
    }
  }
  return reports;
}

/**
 * A portal keeps no two writers apart. What another upload made at the same time stands there twice; of each, both
 * keep the first, so that whichever comes last leaves one.
 */
async function withoutDoubles(
  into: Destination,
  bundle: Bundle,
  { onFile }: UploadOptions,
): Promise<FileReport[]> {
  const { client, dataset, code } = into;
  const reports: FileReport[] = [];
  const now = await client.call<CkanPackage>("package_show", { id: dataset });
  for (const step of planSteps(bundle.resources, now, code)) {
    if (step.kind !== "remove-double") continue;
    const settled = await settle({ ...into, prune: false }, step).catch(nothingThere);
    // The other one may have taken it away.
    if (!settled) continue;
    reports.push(settled.report);
    onFile?.(settled.report, reports.length, reports.length);
  }
  return reports;
}

interface Settled {
  readonly report: FileReport;
  readonly resource?: CkanResource;
}

/** One step, with the dataset read again after every doubt. */
async function settle(into: Destination, planned: UploadStep): Promise<Settled> {
  const { client, dataset, code, prune } = into;
  let step: UploadStep | undefined = planned;
  let did: Done | undefined;
  return client.persist(async () => {
    if (did !== undefined) {
      const now = await client.call<CkanPackage>("package_show", { id: dataset });
      step = planAgain(planned, now, code);
    }
    if (step === undefined) return { report: { file: fileOfStep(planned), did: did ?? "removed" } };
    // After a doubt the call may turn out to have worked; then what it did is what was done.
    const doing = doingOf(step, prune);
    if (did === undefined || doing !== "same") did = doing;
    const resource = await take(into, step);
    if (resource === "differs" && "there" in step && "local" in step) {
      did = "updated";
      return {
        report: { file: step.local.file, did, bytes: step.local.bytes },
        resource: await send(into, step.local, step.there.id),
      };
    }
    return {
      report: {
        file: fileOfStep(planned),
        did,
        ...("local" in planned ? { bytes: planned.local.bytes } : {}),
      },
      ...(resource && resource !== "differs" ? { resource } : {}),
    };
  });
}

function planAgain(planned: UploadStep, now: CkanPackage, code: string): UploadStep | undefined {
  if ("local" in planned) {
    return planSteps([planned.local], now, code).find(
      (step) => "local" in step && step.local.file === planned.local.file,
    );
  }
  return now.resources.some(({ id }) => id === planned.there.id) ? planned : undefined;
}

const fileOfStep = (step: UploadStep): string => ("local" in step ? step.local.file : step.file);

function doingOf(step: UploadStep, prune: boolean): Done {
  const words = {
    create: "created",
    update: "updated",
    describe: "described",
    same: "same",
    compare: "same",
    "remove-double": "removed",
    gone: prune ? "removed" : "kept",
  } as const;
  return words[step.kind];
}

function foreseen(step: UploadStep, { prune }: UploadOptions): FileReport {
  return {
    file: fileOfStep(step),
    did: doingOf(step, prune === true),
    ...("local" in step ? { bytes: step.local.bytes } : {}),
  };
}

async function take(into: Destination, step: UploadStep): Promise<CkanResource | "differs" | undefined> {
  const { client, prune } = into;
  switch (step.kind) {
    case "create":
      return send(into, step.local);
    case "update":
      return send(into, step.local, step.there.id);
    case "describe":
      return describe(client, step.local, step.there);
    case "same":
      return step.there;
    case "compare":
      return compare(client, step.local, step.there);
    case "remove-double":
      await client.once("resource_delete", { id: step.there.id });
      return undefined;
    case "gone":
      if (prune) await client.once("resource_delete", { id: step.there.id });
      return undefined;
  }
}

/** `resource_patch` keeps the id, the address, and the fields that others have added. */
async function send(
  { client, dataset }: Destination,
  local: LocalResource,
  id?: string,
): Promise<CkanResource> {
  const bytes = await readFile(local.path);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (sha256 !== local.sha256) {
    throw new PortalError("invalid", {
      ja: `${local.file} が、送っている間に書き換えられました。もう一度実行してください。`,
      en: `${local.file} was changed while it was being sent. Run this again.`,
    });
  }
  const form = new FormData();
  const fields = {
    ...(id === undefined ? { package_id: dataset } : { id }),
    name: local.name,
    description: local.description,
    format: local.format,
    mimetype: local.mimetype,
    hash: `sha256:${sha256}`,
    ...(local.encoding ? { encoding: local.encoding } : {}),
  };
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append("upload", new Blob([bytes], { type: local.mimetype }), local.file);
  return client.once<CkanResource>(
    id === undefined ? "resource_create" : "resource_patch",
    form,
    bytes.length,
  );
}

async function describe(
  client: CkanClient,
  local: LocalResource,
  { id, format }: CkanResource,
): Promise<CkanResource> {
  const { name, description } = local;
  const body = { id, name, description, ...(format ? {} : { format: local.format }) };
  return client.once<CkanResource>("resource_patch", body);
}

async function compare(
  client: CkanClient,
  local: LocalResource,
  there: CkanResource,
): Promise<CkanResource | "differs"> {
  const bytes = await client.download(there.url ?? "", local.bytes).catch(nothingThere);
  const hash = bytes && createHash("sha256").update(bytes).digest("hex");
  if (hash !== local.sha256) return "differs";
  const known = { ...there, hash: `sha256:${hash}`, size: local.bytes };
  return stepFor(local, known).kind === "same" || isDescribed(local, there)
    ? there
    : describe(client, local, there);
}
