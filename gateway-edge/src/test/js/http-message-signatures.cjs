// Signs and verifies with the npm client http-message-signatures: jobs as JSON on stdin, answers as JSON on stdout.
'use strict';
const { createSigner, createVerifier, httpbis } = require('http-message-signatures');
const { answerJobs, keyOf } = require('./jobs.cjs');

async function sign({ request, key, components, parameters }) {
  const signed = await httpbis.signMessage(
    {
      key: createSigner(keyOf(key), key.algorithm, key.id),
      name: 'theirs',
      fields: components,
      params: ['created', 'nonce', 'keyid', 'alg', 'tag'],
      paramValues: { created: new Date(parameters.created * 1000), nonce: parameters.nonce, tag: parameters.tag },
    },
    request,
  );
  return { headers: signed.headers };
}

async function verify({ request, key }) {
  const verified = await httpbis.verifyMessage(
    {
      keyLookup: async ({ keyid }) =>
        keyid === key.id
          ? { id: key.id, algs: [key.algorithm], verify: createVerifier(keyOf(key), key.algorithm) }
          : null,
      requiredFields: ['@method', '@authority', '@path', '@query'],
      requiredParams: ['created', 'nonce', 'keyid', 'tag'],
      maxAge: 300,
      tolerance: 5,
    },
    request,
  );
  return { verified: verified === true };
}

answerJobs({ sign, verify });
