const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

/**
 * Jest's environment for Node.js, in which each file is compiled once per process and run anew for each suite: Jest would
 * compile some 1,700 files again for each, half of what it takes to load them. The modules stay each suite's own. Left out
 * is `import()` at run time, which Jest has only as an experiment.
 */

/** What was compiled, by the name of its file. */
const compiled = new Map();

vm.compileFunction = (source, parameters, { filename, parsingContext }) => {
  const head = `(function (${parameters.join(', ')}) {`;
  const known = compiled.get(filename);
  if (known?.source === source && known.head === head) return known.script.runInContext(parsingContext);
  const script = new vm.Script(`${head}${source}\n})`, { filename, columnOffset: -head.length });
  compiled.set(filename, { source, head, script });
  return script.runInContext(parsingContext);
};

module.exports = TestEnvironment;
