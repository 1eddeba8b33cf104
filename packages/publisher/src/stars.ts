// The door for browsers to the audit: how many of the five stars a published folder has, wherever its bytes are.

export { type Audit, allStars, audit } from "./stars/audit.ts";
