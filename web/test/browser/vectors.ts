// SPDX-License-Identifier: Apache-2.0
// The page of the browser test: the strict rule over this browser's WebCrypto.
import { accepted_cases } from '../../src/verify/ed25519_vectors';

Object.assign(globalThis, { accepted_cases });
