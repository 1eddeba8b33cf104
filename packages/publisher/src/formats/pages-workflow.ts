// The workflow of a repository on GitHub that holds a city's tables: each change is checked, and what is on the main branch is published on GitHub Pages.

/** Where GitHub looks for it. */
export const workflowPath = ".github/workflows/shihyo.yml";

export interface PagesWorkflow {
  readonly code: string;
  /** The folder of the tables, below the repository's top, with `/`. */
  readonly data: string;
  /** The version of this program that the workflow runs. */
  readonly version: string;
}

/** Releases that were published before are kept on a branch of their own, since a release may never disappear. */
export function pagesWorkflow({ code, data, version }: PagesWorkflow): string {
  const shihyo = `npm exec --yes --package=@shihyo/publisher@${version} -- shihyo`;
  return `# 指標の表を確かめ、main にあるものを GitHub Pages に公開します。
name: 指標の公開

on:
  push:
    branches: [main]
  pull_request:
  workflow_dispatch:

permissions:
  contents: read

jobs:
  check:
    name: 確かめる
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 20
      - run: ${shihyo} check ${data} --lang ja

  publish:
    name: 公開する
    needs: check
    if: github.event_name != 'pull_request' && github.ref == 'refs/heads/main'
    runs-on: ubuntu-latest
    permissions:
      contents: write
      pages: write
      id-token: write
    concurrency:
      group: pages
      cancel-in-progress: false
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 20
      - name: 前に公開したものを取り出す（published ブランチ）
        run: |
          if git fetch origin published; then
            git worktree add -B published site origin/published
          else
            git worktree add --orphan -b published site
          fi
      - run: ${shihyo} publish ${data} --out site/${code}
      - name: 公開したものを残す
        run: |
          cd site
          git add --all
          if ! git diff --cached --quiet; then
            git -c user.name=github-actions -c user.email=github-actions@users.noreply.github.com commit --message "${code}"
            git push origin published
          fi
      - uses: actions/configure-pages@v5
      - uses: actions/upload-pages-artifact@v3
        with:
          path: site/${code}
      - id: deployment
        uses: actions/deploy-pages@v4
`;
}
