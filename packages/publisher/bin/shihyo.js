#!/usr/bin/env node
// The `shihyo` command: hands the terminal to the built program, where this Node can run it.

const needed = [20, 19];
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major > needed[0] || (major === needed[0] && minor >= needed[1])) {
  await import("../dist/bundle/command.js");
} else {
  const [least, here] = [needed.join("."), process.versions.node];
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const isEnglish =
    /\ben\b/.test(/--lang[= ](\w+)/.exec(process.argv.join(" "))?.[1] ?? "") ||
    /^en/.test(LC_ALL || LC_MESSAGES || LANG || "");
  console.error(
    isEnglish
      ? `shihyo needs Node ${least} or newer; this is Node ${here}. Install a newer one from https://nodejs.org/.`
      : `shihyo には Node ${least} 以上が要ります（今は Node ${here} です）。https://nodejs.org/ から新しいものを入れてください。`,
  );
  process.exitCode = 3;
}
