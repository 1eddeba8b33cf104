// The settings of a real host that make it answer as `shihyo serve` does, made from the table of file kinds.

import { type FileKind, fileKinds, framePolicy } from "./file-kinds.ts";
import { mediaType, variantEndings } from "./variants.ts";

export const hosts = ["nginx", "apache", "netlify", "github-pages"] as const;
export type Host = (typeof hosts)[number];

export interface DeployChoices {
  /** The municipality's code: with it, the top address gives the whole dataset in the form asked for. */
  readonly code?: string;
  /** Where the published folder lies on the host. */
  readonly root?: string;
}

export function deployConfig(host: Host, choices: DeployChoices = {}): string {
  return { nginx, apache, netlify, "github-pages": githubPages }[host](choices);
}

const plain = ({ type }: FileKind) => type.split(";")[0] ?? "";
const isText = ({ type }: FileKind) => type.includes("charset");
/** An ending with a dot in it is told by a pattern of its own. */
const simple = fileKinds.filter(({ ending }) => !ending.includes("."));
const compound = fileKinds.filter(({ ending }) => ending.includes("."));
const escaped = (text: string) => text.replaceAll(".", "\\.");
const immutable = "public, max-age=31536000, immutable";
/** As `immutablePath`, in the words of nginx and Apache. */
const versioned = "widgets/[A-Za-z0-9_-]+-[0-9]+\\.[0-9]+\\.[0-9]+([.-][A-Za-z0-9_.-]+)?\\.m?js$";

function topFile(ending: string, code: string): string {
  return ending === "csv" ? `${code}_indicator_result.csv` : `${code}_dataset.${ending}`;
}

function nginx({ code, root = "/srv/www/shihyo" }: DeployChoices): string {
  const forms = (file: (ending: string) => string) =>
    variantEndings.map(
      (ending) => `  "~*${escaped(mediaType(`x.${ending}`)).replace("+", "\\+")}" ${file(ending)};\n`,
    );
  return `# Shihyo: save as /etc/nginx/conf.d/shihyo.conf, set server_name and root, then: nginx -t && nginx -s reload

# The form that a client asks for at the address of a thing; a page for everybody else.
map $http_accept $shihyo_form {
  default index.html;
  "~*text/html" index.html;
${forms((ending) => `data.${ending}`).join("")}}
map $http_accept $shihyo_top {
  default index.html;
  "~*text/html" index.html;
${code === undefined ? "  # With --code, the whole dataset in every form.\n" : forms((ending) => topFile(ending, code)).join("")}}
# Data and elements may be read from any site; pages are kept out of other sites' frames, but for embed.html and embed.en.html.
map $uri $shihyo_cors {
  default "*";
  "~\\.html$" "";
}
map $uri $shihyo_policy {
  default "";
  "~/embed(\\.[a-z]+)?\\.html$" "${framePolicy("embed.html")}";
  "~\\.html$" "${framePolicy("index.html")}";
}
map $uri $shihyo_cache {
  default "no-cache";
  "~/${versioned}" "${immutable}";
}
map $request_uri $shihyo_vary {
  default "";
  "~^[^?]*/(\\?|$)" "Accept";
}

server {
  listen 80;
  listen [::]:80;
  server_name _;
  root ${root};
  index index.html;
  autoindex off;
  server_tokens off;
  disable_symlinks on from=$document_root;

  types {
${simple.map((kind) => `    ${plain(kind)} ${kind.ending};\n`).join("")}  }
  default_type application/octet-stream;
  charset utf-8;
  charset_types ${[...new Set(fileKinds.filter(isText).map(plain))].filter((type) => type !== "text/html").join(" ")};

  gzip on;
  gzip_vary on;
  gzip_min_length 1024;
  gzip_types ${[...new Set(fileKinds.filter(({ compress }) => compress).map(plain))].filter((type) => type !== "text/html").join(" ")};

  add_header Access-Control-Allow-Origin $shihyo_cors always;
  add_header Content-Security-Policy $shihyo_policy always;
  add_header Cache-Control $shihyo_cache;
  add_header Vary $shihyo_vary;
  add_header X-Content-Type-Options nosniff always;
  add_header Referrer-Policy strict-origin-when-cross-origin always;

  # Years that have no pictures and frames of their own any more: the indicator's.
  if (!-e $request_filename) {
    rewrite "^(.*/indicators/[^/]+/)FY[0-9]{4}/([a-z][a-z.-]*)?$" $1$2 redirect;
  }

  error_page 404 /404.html;
  location ~ /\\. { return 404; }
  location = / { try_files /$shihyo_top /index.html =404; }
  location ~ /$ { try_files $uri$shihyo_form \${uri}index.html =404; }
${compound.map((kind) => `  location ~ \\.${escaped(kind.ending)}$ { types {} default_type ${plain(kind)}; }\n`).join("")}  location = /SHA256SUMS { types {} default_type text/plain; }
}
`;
}

function apache({ code }: DeployChoices): string {
  const rule = (ending: string, file: string, where: string) =>
    `  RewriteCond %{HTTP_ACCEPT} ${escaped(mediaType(`x.${ending}`)).replace("+", "\\+")} [NC]
  RewriteCond %{HTTP_ACCEPT} !text/html [NC]
  RewriteCond %{REQUEST_FILENAME}/${file} -f
  RewriteRule ${where === "" ? "^$" : "^(.+/)$"} ${where}${file} [L]\n`;
  const texts = fileKinds.filter(isText);
  return `# Shihyo: save as .htaccess in the published folder (publishing again keeps it). Needs AllowOverride FileInfo.
# Where the host lets you: a2enmod headers rewrite deflate brotli, and "DeflateAlterETag NoChange" in the server's own
# settings, without which what has not changed is sent again in full to clients that accept gzip.

DirectoryIndex index.html
# Apache's own list of media types says otherwise for some.
${simple.map((kind) => `AddType ${plain(kind)} .${kind.ending}\n`).join("")}AddDefaultCharset utf-8
${texts
  .filter(({ ending }) => !ending.includes("."))
  .map(({ ending }) => `AddCharset utf-8 .${ending}\n`)
  .join("")}${compound
  .map((kind) => `<FilesMatch "\\.${escaped(kind.ending)}$">\n  ForceType "${kind.type}"\n</FilesMatch>\n`)
  .join("")}<Files "SHA256SUMS">
  ForceType "text/plain; charset=utf-8"
</Files>
<FilesMatch "^\\.">
  Require all denied
</FilesMatch>

<IfModule mod_headers.c>
  Header always set X-Content-Type-Options nosniff
  Header always set Referrer-Policy strict-origin-when-cross-origin
  Header set Access-Control-Allow-Origin "*"
  Header set Cache-Control no-cache
  <FilesMatch "\\.html$">
    Header unset Access-Control-Allow-Origin
    Header set Content-Security-Policy "${framePolicy("index.html")}"
  </FilesMatch>
  <FilesMatch "^embed(\\.[a-z]+)?\\.html$">
    Header set Content-Security-Policy "${framePolicy("embed.html")}"
  </FilesMatch>
  <FilesMatch "-[0-9]+\\.[0-9]+\\.[0-9]+([.-][A-Za-z0-9_.-]+)?\\.m?js$">
    Header set Cache-Control "${immutable}"
  </FilesMatch>
  <FilesMatch "^(index\\.html|data\\.(${variantEndings.join("|")})${code === undefined ? "" : `|${variantEndings.map((ending) => escaped(topFile(ending, code))).join("|")}`})$">
    Header merge Vary Accept
  </FilesMatch>
</IfModule>

<IfModule mod_rewrite.c>
  RewriteEngine On
  # Years that have no pictures and frames of their own any more: the indicator's.
  RewriteCond %{REQUEST_FILENAME} !-e
  RewriteCond %{REQUEST_URI} ^(.*/indicators/[^/]+/)FY[0-9]{4}/([a-z][a-z.-]*)?$
  RewriteRule ^ %1%2 [R=302,L]
${code === undefined ? "" : variantEndings.map((ending) => rule(ending, topFile(ending, code), "")).join("")}${variantEndings.map((ending) => rule(ending, `data.${ending}`, "$1")).join("")}</IfModule>

<IfModule mod_filter.c>
  <IfModule mod_deflate.c>
    AddOutputFilterByType DEFLATE ${[...new Set(fileKinds.filter(({ compress }) => compress).map(plain))].join(" ")}
  </IfModule>
</IfModule>
`;
}

function netlify(): string {
  const blocks = [
    ["/*", ["X-Content-Type-Options: nosniff", "Referrer-Policy: strict-origin-when-cross-origin"]],
    ...fileKinds
      .filter(({ page }) => !page)
      // The longer ending last: where two rules fit, Netlify takes the later one's value.
      .sort((a, b) => a.ending.length - b.ending.length)
      .map(
        (kind) =>
          [`/*.${kind.ending}`, [`Content-Type: ${kind.type}`, "Access-Control-Allow-Origin: *"]] as const,
      ),
    ...["embed.html", "embed.en.html"].map(
      (page) => [`/*/${page}`, [`Content-Security-Policy: ${framePolicy(page)}`]] as const,
    ),
  ] as const;
  return `# Shihyo: save as _headers in the published folder (publishing again keeps it).
# Netlify sends ETag, gzip and brotli, and must-revalidate, of itself. It cannot choose a form by Accept here:
# each page names its data with <link rel="alternate">, and data.ttl, data.jsonld … have addresses of their own.

# Save this line as _redirects beside it: years that have no pictures and frames of their own any more.
#   /indicators/:id/:year/*  /indicators/:id/:splat  302

${blocks.map(([path, headers]) => `${path}\n${headers.map((header) => `  ${header}\n`).join("")}`).join("\n")}`;
}

function githubPages({ root = "published" }: DeployChoices): string {
  return `# Shihyo: save as .github/workflows/pages.yml; in the repository's settings, let Pages come from GitHub Actions.
# GitHub Pages sets its own headers and takes none of ours. It sends Access-Control-Allow-Origin: * with everything,
# gzip and ETag, so data and elements work from any site. It cannot choose a form by Accept, and gives files of kinds
# it does not know as application/octet-stream: clients that go by the ending of the name are not hindered.
name: pages
on:
  push:
    branches: [main]
    paths: ["${root}/**"]
permissions:
  contents: read
  pages: write
  id-token: write
concurrency:
  group: pages
  cancel-in-progress: false
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/configure-pages@v5
      # Takes the folder as it is: no Jekyll, which would leave out names that begin with an underscore.
      - uses: actions/upload-pages-artifact@v3
        with:
          path: ${root}
      - id: deployment
        uses: actions/deploy-pages@v4
`;
}
