const { tell, html } = require("./tell.cjs");
const { structuredDataTest } = require("structured-data-testing-tool");
const { Google, Twitter, Facebook } = require("structured-data-testing-tool/presets");

const names = (tests) => tests.map(({ test }) => test.replaceAll('"', ""));

tell(async (address) => {
  const presets = [Google, Twitter, Facebook];
  const found = await structuredDataTest(await html(address), { presets }).catch((error) => {
    if (error.type === "VALIDATION_FAILED") return error.res;
    throw error;
  });
  return { schemas: found.schemas, passed: names(found.passed), failed: names(found.failed), warnings: names(found.warnings) };
});
