// SPDX-License-Identifier: Apache-2.0
// The one list of views. A later view may read the rows of an earlier one; the order is part of the
// fold's version.
#include "views/agreement/agreement.h"
#include "views/arrangements/arrangements.h"
#include "views/bodies/bodies.h"
#include "views/compliance/compliance.h"
#include "views/conference/conference.h"
#include "views/docket/docket.h"
#include "views/ground/ground.h"
#include "views/holdings/holdings.h"
#include "views/movements/movements.h"
#include "views/positions/positions.h"
#include "views/sightings/sightings.h"
#include "views/traffic/traffic.h"
#include "views/view.h"

namespace armistice {

std::vector<std::unique_ptr<View>> make_views(AgreementInForce& agreement) {
  std::vector<std::unique_ptr<View>> views;
  views.push_back(std::make_unique<TrafficView>());
  views.push_back(std::make_unique<AgreementView>(agreement));
  views.push_back(std::make_unique<BodiesView>(agreement));
  views.push_back(std::make_unique<GroundView>(agreement));
  views.push_back(std::make_unique<MovementsView>(agreement));
  views.push_back(std::make_unique<ArrangementsView>(agreement));
  views.push_back(std::make_unique<SightingsView>(agreement));
  views.push_back(std::make_unique<HoldingsView>(agreement));
  views.push_back(std::make_unique<ConferenceView>(agreement));
  views.push_back(std::make_unique<PositionsView>(agreement));
  views.push_back(std::make_unique<DocketView>(agreement));
  views.push_back(std::make_unique<ComplianceView>(agreement));
  return views;
}

}  // namespace armistice
