// The portals that the upload is tried on: the stand-in always, and a real CKAN where `npm run test:ckan` has set one up.

import { type CkanAnswer, callCkan } from "./call-ckan.ts";
import { ckanStandIn } from "./ckan-stand-in.ts";

export interface Portal {
  readonly url: string;
  readonly token: string;
  call(action: string, body?: object): Promise<CkanAnswer>;
  stop(): Promise<void>;
}

/** Set by scripts/ckan.mjs. */
const realUrl = process.env.SHIHYO_TEST_CKAN_URL;
const realToken = process.env.SHIHYO_TEST_CKAN_TOKEN;

export const realCkan = realUrl && realToken ? { url: realUrl, token: realToken } : undefined;

export const portals: readonly (readonly [name: string, open: () => Promise<Portal>])[] = [
  [
    "the stand-in",
    async () => {
      const standIn = await ckanStandIn();
      return { ...standIn, call: (action, body) => callCkan(standIn, action, body) };
    },
  ],
  ...(realCkan
    ? [
        [
          "a real CKAN",
          async () => ({
            ...realCkan,
            call: (action: string, body?: object) => callCkan(realCkan, action, body),
            stop: async () => undefined,
          }),
        ] as const,
      ]
    : []),
];
