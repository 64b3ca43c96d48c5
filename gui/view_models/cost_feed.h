#pragma once
/// What vendors charge a scenario in a month: simulated month by month after the run itself is done,
/// for an invoice counts the vendor's own answers.

#include "gui/view_models/desk.h"
#include "planner/contract/economics.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace switchroom::gui {

struct CostPicture {
    std::uint32_t scenario = 0;
    std::uint64_t revision = 0;
    std::vector<VendorInvoice> vendors;
};

/// Used by the window's thread alone.
class CostFeed {
public:
    explicit CostFeed(Wake wake) : job_(std::move(wake)) {}

    /// Orders the invoices of these results once they are final. `results` may be null.
    void update(const Desk& desk, const std::shared_ptr<const RunSnapshot>& results);
    bool settled() const { return !job_.busy(); }

    /// Costs of a month without the value of lost callers; of a run shorter than a week, too.
    struct Cost {
        Estimate a_month;
        bool is_complete = false; ///< false: vendors' invoices are still to come
    };
    Cost of(const RunSnapshot& snapshot) const;

private:
    Job<CostPicture> job_;
    std::uint32_t scenario_ = 0;
    std::uint64_t revision_ = 0;
};

} // namespace switchroom::gui
