// Signs and verifies with the npm client http-message-sig: jobs as JSON on stdin, answers as JSON on stdout.
'use strict';
const { createSignature, isSignatureError, verifySignature, webcrypto } = require('http-message-sig');
const { answerJobs, keyOf } = require('./jobs.cjs');

const WEB_CRYPTO_NAMES = {
  ed25519: { name: 'Ed25519' },
  'rsa-pss-sha512': { name: 'RSA-PSS', hash: 'SHA-512' },
};

function webCryptoKey(key, form, usage) {
  const der = keyOf(key).export({ format: 'der', type: form });
  return crypto.subtle.importKey(form, der, WEB_CRYPTO_NAMES[key.algorithm], false, [usage]);
}

function descriptor({ method, url, headers }) {
  return {
    kind: 'request',
    method,
    targetUri: url,
    fields: Object.entries(headers).map(([name, value]) => ({ name, value })),
  };
}

async function sign({ request, key, components, parameters }) {
  const signature = await createSignature(descriptor(request), {
    label: 'theirs',
    components,
    parameters: { ...parameters, keyid: key.id },
    signer: webcrypto.signer(await webCryptoKey(key, 'pkcs8', 'sign')),
  });
  return {
    headers: {
      ...request.headers,
      'signature-input': signature.signatureInput,
      signature: signature.signature,
    },
  };
}

async function verify({ request, key }) {
  const verifier = webcrypto.verifier(await webCryptoKey(key, 'spki', 'verify'));
  try {
    await verifySignature(descriptor(request), {
      policy: {
        algorithms: [key.algorithm],
        requiredComponents: ['@method', '@authority', '@path', '@query'],
        requiredParameters: ['created', 'nonce', 'keyid', 'tag'],
        maxAge: 300,
        clockSkew: 5,
      },
      resolveVerifier: () => verifier,
    });
    return { verified: true };
  } catch (error) {
    if (isSignatureError(error) && error.code === 'VerificationFailed') {
      return { verified: false };
    }
    throw error;
  }
}

answerJobs({ sign, verify });
