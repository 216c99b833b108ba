// Browsers come from the operating system (scripts/browsers.sh), never from a download during npm install.
module.exports = { skipDownload: true };
