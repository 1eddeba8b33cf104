const t = process.cpuUsage();
const m = process.argv[2];
await import(m);
const u = process.cpuUsage(t);
console.log(m.replace(/.*publisher\//, ""), Math.round((u.user + u.system) / 1000));
