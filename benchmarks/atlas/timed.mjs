// How the parts of the questions' benchmark measure themselves and hand over what they found.

/** Seconds on the clock and of the processor, and what the work gave. */
export async function timed(work) {
  const [clock, processor] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const used = process.cpuUsage(processor);
  return [(performance.now() - clock) / 1000, (used.user + used.system) / 1e6, result];
}

/** The most memory that this process has had, in MB. */
export const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024);

export const answered = (found) => console.log(JSON.stringify(found));
