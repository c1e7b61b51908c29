// Reads webhooks as JSON from standard input, one array of {secret, headers, body}, and answers for each with the
// verified payload or with {"refused": why}.
const { Webhook } = require('standardwebhooks');
const webhooks = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
const answers = webhooks.map(({ secret, headers, body }) => {
  try {
    return new Webhook(secret).verify(body, headers);
  } catch (error) {
    return { refused: error.message };
  }
});
process.stdout.write(JSON.stringify(answers));
