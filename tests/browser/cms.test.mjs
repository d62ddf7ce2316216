// The editor's page that `nakhon cms` writes, in a real browser: a space is made there, with a
// point on the map, and what comes out is content that the program checks and builds.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join, resolve } from "node:path";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { CHROMIUM } from "./support/browser.mjs";

const here = import.meta.dirname;
const nakhon = resolve(process.env.NAKHON ?? join(here, "../../target/debug/nakhon"));
const packages = join(here, "node_modules");
const types = { ".html": "text/html", ".js": "text/javascript", ".yml": "text/yaml" };

/** A server of one folder. */
const serve = (root) =>
  new Promise((done) => {
    const server = createServer(async (request, response) => {
      const { pathname } = new URL(request.url, "http://localhost");
      try {
        const bytes = await readFile(join(root, pathname.endsWith("/") ? `${pathname}index.html` : pathname));
        response.writeHead(200, { "content-type": types[extname(pathname)] ?? "text/html" }).end(bytes);
      } catch {
        response.writeHead(404).end();
      }
    });
    server.listen(0, "127.0.0.1", () => done(server));
  });

/** The editor loads its map from unpkg.com: here from the packages of the tests, all else refused. */
const fromPackages = async (route) => {
  const url = new URL(route.request().url());
  if (url.hostname === "127.0.0.1") return route.continue();
  const [, name, , path] = url.pathname.match(/^\/((?:@[^/]+\/)?[^@/]+)@([^/]+)\/(.*)$/) ?? [];
  try {
    if (url.hostname !== "unpkg.com") throw new Error("foreign");
    let body = await readFile(join(packages, name, path), "utf8");
    // `?module` leads bare names to the site.
    const version = JSON.parse(await readFile(join(packages, "terra-draw/package.json"))).version;
    const draw = `"https://unpkg.com/terra-draw@${version}/dist/terra-draw.module.js"`;
    if (url.search === "?module") body = body.replace(/(["'])terra-draw\1/g, draw);
    const type = path.endsWith(".css") ? "text/css" : "text/javascript";
    return route.fulfill({ body, contentType: type, headers: { "access-control-allow-origin": "*" } });
  } catch {
    return route.abort();
  }
};

/** What the test repository holds, by path. */
const stored = async () => {
  const files = {};
  const walk = async (folder, above) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await walk(handle, `${above}${name}/`);
      else files[above + name] = await (await handle.getFile()).text();
    }
  };
  const root = await navigator.storage.getDirectory();
  await walk(await root.getDirectoryHandle("sveltia-cms-test"), "");
  return files;
};

test("a space made in the browser's editor is content", { timeout: 120_000 }, async () => {
  const site = await mkdtemp(join(tmpdir(), "nakhon-cms-"));
  await cp(join(here, "../fixtures/city/content"), join(site, "content"), { recursive: true });
  const run = (...arguments_) =>
    execFileSync(nakhon, [...arguments_, "--root", site, "--lang", "en", "--today", "2026-11-24"], { encoding: "utf8" });
  run("cms", "--script", join(packages, "@sveltia/cms/dist/sveltia-cms.js"));
  const server = await serve(site);
  const browser = await chromium.launch({ executablePath: CHROMIUM, chromiumSandbox: false });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    await page.route("**/*", fromPackages);
    const admin = `http://127.0.0.1:${server.address().port}/admin/`;
    await page.goto(admin);
    await page.getByRole("button", { name: /Test Repository/ }).click();
    await page.getByRole("button", { name: "Save", exact: true }).or(page.getByText("แหล่งเรียนรู้").first()).first().waitFor();
    await page.goto(`${admin}#/collections/spaces/new`);
    const field = (label) => page.locator(`[aria-label*="${label}"][aria-label$="Field"]`).first();
    await field("ชื่อ / Name").locator("input").first().fill("เวิร์กช็อปทดลอง");
    await field("Summary").locator("textarea").first().fill("ลองทำของใช้ด้วยมือ");
    await field("Kind").getByRole("radio", { name: /Studio/ }).click();
    await field("District").getByRole("radio", { name: /Lakeside/ }).click();
    await page.locator("input[type=text]").last().fill("trial-workshop");
    // Fields further down are made when they come into sight.
    const position = field("Position on the map");
    for (let turn = 0; turn < 40 && (await position.count()) === 0; turn += 1) {
      await page.mouse.move(300, 600);
      await page.mouse.wheel(0, 700);
      await page.waitForTimeout(100);
    }
    await position.scrollIntoViewIfNeeded();
    const map = position.locator(".leaflet-container");
    await map.waitFor();
    await page.waitForTimeout(1000);
    const box = await map.boundingBox();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.waitForFunction(() => /#\/collections\/spaces(?!\/new)/.test(location.hash));
    const files = await page.evaluate(stored);
    const written = "content/spaces/trial-workshop/index.md";
    assert.ok(files[written], `written: ${Object.keys(files)}`);
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(site, path)), { recursive: true });
      await writeFile(join(site, path), text);
    }
    // The latitude of the point comes first, near the centre of the city.
    assert.match(files[written], /location:\n\s+- 15\.\d+\n\s+- 103\.\d+\n/);
    run("check");
    run("build");
    const html = await readFile(join(site, "public/th/spaces/trial-workshop/index.html"), "utf8");
    assert.ok(html.includes("เวิร์กช็อปทดลอง") && html.includes("ลองทำของใช้ด้วยมือ"));
  } finally {
    await browser.close();
    server.close();
    await rm(site, { recursive: true, force: true });
  }
});
