// SPDX-License-Identifier: Apache-2.0
// SHA-256 by libcrypto, which uses the processor's own instructions (three to four times faster
// here than libsodium's). Cost: about 0.1 µs a short input, 0.6 µs a KiB.
#pragma once

#include "base/bytes.h"

namespace armistice {

/// SHA-256 of the pieces, one after the other.
Digest sha256(ByteView bytes);
Digest sha256(ByteView first, ByteView second);
Digest sha256(ByteView first, ByteView second, ByteView third);

}  // namespace armistice
