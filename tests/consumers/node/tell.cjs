// What every program here does: read addresses, one a line, and print what a consumer makes of each, as JSON.
// Nothing but this machine is asked: a connection to elsewhere ends the program.

const dns = require("node:dns");
const net = require("node:net");

const LOOPBACK = ["127.0.0.1", "localhost"];

const refuse = (host) => {
  if (host === undefined || LOOPBACK.includes(host)) return;
  console.error(`a consumer asks ${host}`);
  process.exit(1);
};

const { lookup } = dns;
dns.lookup = (host, ...rest) => {
  refuse(host);
  return lookup(host, ...rest);
};

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...given) {
  const [options] = given.flat();
  refuse(typeof options === "object" ? options.host : given[1]);
  return connect.apply(this, given);
};

// `see` takes an address and returns what is seen there.
exports.tell = async (see) => {
  let text = "";
  for await (const piece of process.stdin) text += piece;
  const seen = {};
  for (const address of text.split("\n").filter(Boolean)) seen[address] = await see(address);
  console.log(JSON.stringify(seen));
};

exports.html = async (address) => (await fetch(address)).text();
