// The small protocol between the Java tests and the clients: one array of jobs in, one array of answers out.
'use strict';
const { createPrivateKey, createPublicKey } = require('node:crypto');
const { text } = require('node:stream/consumers');

async function answerJobs(actions) {
  const jobs = JSON.parse(await text(process.stdin));
  const answers = [];
  for (const job of jobs) {
    answers.push(await actions[job.action](job));
  }
  process.stdout.write(JSON.stringify(answers));
}

// A key as node wants it: a key object from PEM, or the bytes of a shared secret.
function keyOf({ algorithm, text: keyText }) {
  if (algorithm === 'hmac-sha256') {
    return Buffer.from(keyText, 'base64');
  }
  return keyText.includes('PRIVATE') ? createPrivateKey(keyText) : createPublicKey(keyText);
}

module.exports = { answerJobs, keyOf };
