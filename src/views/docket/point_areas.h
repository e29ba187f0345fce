// SPDX-License-Identifier: Apache-2.0
// How far a place lies from the points and routes around which teams work. Pure. Spec: views.md §9.
#pragma once

#include "geo/geodesy.h"
#include "views/agreement_in_force.h"

namespace armistice {

/// The point or route of the term that is nearest, counted from the edge of its area; points whose
/// coordinates the agreement does not give are counted.
DeniedAt denied_at(const AgreementInForce& agreement, const PointArea& term, LatLng place);

}  // namespace armistice
