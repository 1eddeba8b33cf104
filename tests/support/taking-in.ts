// How the tests take a city's file in: every proposal taken, nothing said.

export const takingIn = (folder: string) => ({
  folder,
  code: "142077",
  accept: true,
  isDry: false,
  isForMachines: false,
  language: "ja" as const,
  say: () => {},
});
