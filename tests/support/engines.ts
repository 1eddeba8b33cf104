// Four browser engines behind one small door: Chromium, Firefox ESR, WebKitGTK and WPE 2.38 (an old Safari).

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium as playwright } from "playwright";
import puppeteer from "puppeteer-core";
import { Builder, Capabilities } from "selenium-webdriver";

export const engineNames = ["chromium", "firefox", "webkitgtk", "wpe"] as const;
export type EngineName = (typeof engineNames)[number];

export interface Engine {
  readonly name: string;
  open(address: string): Promise<void>;
  /** Runs an expression in the page; a promise is waited for. */
  run<T>(expression: string): Promise<T>;
  close(): Promise<void>;
}

const chromiumPath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const firefoxPath = process.env.FIREFOX_PATH ?? "/usr/bin/firefox-esr";
const library = "/usr/lib/x86_64-linux-gnu";

/** What a reader may have chosen, where the engine lets a test choose it. */
interface Readers {
  /** The width of the window. */
  readonly width?: number;
  /** The size of letters where a page names none, in pixels. */
  readonly letter?: number;
}

const sizeFor = ({ width = 1000 }: Readers) => ({ width, height: 800 });

const needed: Readonly<Record<EngineName, readonly string[]>> = {
  chromium: [chromiumPath],
  firefox: [firefoxPath],
  webkitgtk: ["/usr/bin/WebKitWebDriver", `${library}/webkit2gtk-4.1/MiniBrowser`, "/usr/bin/Xvfb"],
  wpe: ["/usr/bin/WPEWebDriver", `${library}/wpe-webkit-1.1/MiniBrowser`],
};

/** What is not installed of an engine; `npm run test:engines` installs it on Debian. */
export function missingOf(name: EngineName): string | undefined {
  return needed[name].find((file) => !existsSync(file));
}

export function launch(name: EngineName, readers: Readers = {}): Promise<Engine> {
  return launchers[name](readers);
}

const launchers: Readonly<Record<EngineName, (readers: Readers) => Promise<Engine>>> = {
  async chromium(readers) {
    const browser = await playwright.launch({
      executablePath: chromiumPath,
      args: ["--no-sandbox", `--blink-settings=defaultFontSize=${readers.letter ?? 16}`],
    });
    const page = await (await browser.newContext({ viewport: sizeFor(readers) })).newPage();
    return {
      name: `Chromium ${browser.version()}`,
      open: async (address) => void (await page.goto(address, { waitUntil: "domcontentloaded" })),
      run: (expression) => page.evaluate(expression),
      close: () => browser.close(),
    };
  },
  async firefox(readers) {
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: firefoxPath,
      headless: true,
      defaultViewport: sizeFor(readers),
      extraPrefsFirefox: Object.fromEntries(
        ["ja", "x-western", "x-unicode"].map((group) => [
          `font.size.variable.${group}`,
          readers.letter ?? 16,
        ]),
      ),
    });
    const page = await browser.newPage();
    return {
      name: await browser.version(),
      open: async (address) => void (await page.goto(address, { waitUntil: "domcontentloaded" })),
      run: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
      close: () => browser.close(),
    };
  },
  async webkitgtk() {
    const screen = await startScreen();
    const engine = await webdriver(
      "WebKitWebDriver",
      "webkitgtk:browserOptions",
      `${library}/webkit2gtk-4.1/MiniBrowser`,
      ["--automation"],
      { DISPLAY: screen.display },
    );
    return {
      ...engine,
      close: async () => {
        await engine.close();
        screen.process.kill();
      },
    };
  },
  wpe: () =>
    webdriver("WPEWebDriver", "wpe:browserOptions", `${library}/wpe-webkit-1.1/MiniBrowser`, [
      "--headless",
      "--automation",
    ]),
};

/** WebKitGTK draws on an X screen; the X server picks a free one and says which. */
async function startScreen(): Promise<{ display: string; process: ChildProcess }> {
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = await new Promise<string>((done, fail) => {
    server.stdio[3]?.once("data", (text: Buffer) => done(text.toString().trim()));
    server.once("exit", () => fail(new Error("Xvfb did not start.")));
  });
  return { display: `:${number}`, process: server };
}

async function webdriver(
  driver: string,
  key: string,
  binary: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Engine> {
  const port = await freePort();
  const process_ = spawn(driver, ["-p", String(port)], {
    stdio: "ignore",
    env: {
      ...process.env,
      NO_AT_BRIDGE: "1",
      XDG_RUNTIME_DIR: mkdtempSync(join(tmpdir(), "shihyo-engine-")),
      ...env,
    },
  });
  for (let tries = 0; tries < 200 && !(await accepts(port)); tries++) {
    await new Promise((done) => setTimeout(done, 50));
  }
  const browser = await new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities(new Capabilities({ browserName: "MiniBrowser", [key]: { binary, args } }))
    .build();
  await browser.manage().setTimeouts({ script: 20_000, pageLoad: 20_000 });
  const version = (await browser.getCapabilities()).get("browserVersion");
  return {
    name: `${driver} ${version}`,
    open: (address) => browser.get(address),
    run: async <T>(expression: string) => {
      const source = `const done = arguments[arguments.length - 1];
        Promise.resolve().then(() => (${expression})).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = (await browser.executeAsyncScript(source)) as { value: T; error?: string };
      if (error !== undefined) throw new Error(error);
      return value;
    },
    close: async () => {
      await browser.quit().catch(() => undefined);
      process_.kill();
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

function accepts(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.end();
      done(true);
    }).on("error", () => done(false));
  });
}
