// The package's entry for an audit in a browser: how many of the five stars a published folder has, wherever its bytes are.

export { type Audit, allStars, audit } from "./stars/audit.ts";
