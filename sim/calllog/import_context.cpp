#include "sim/calllog/import_context.h"

namespace switchroom {

bool ImportProgress::goes_on(std::size_t bytes_read)
{
    constexpr std::uint32_t rows_between = 512;
    if (progress_ == nullptr || ++rows_ % rows_between != 0)
        return true;
    progress_->advance(static_cast<std::int64_t>(bytes_read), static_cast<std::int64_t>(bytes_));
    return !progress_->stop_requested();
}

Diagnostic import_stopped(const std::string& file)
{
    return error_in(file, "reading was stopped");
}

std::uint32_t LogBuilder::queue(std::string_view name)
{
    const auto [found, added] =
        queue_positions_.try_emplace(std::string(name), static_cast<std::uint32_t>(log.queues.size()));
    if (added)
        log.queues.emplace_back(name);
    return found->second;
}

PersonHash LogBuilder::person(std::string_view name) const
{
    if (name.empty())
        return {};
    const std::uint64_t hash = sip_hash(key_, name);
    return {hash == 0 ? 1 : hash}; // 0 means "not recorded"
}

void LogBuilder::use(CallRow row)
{
    ++log.quality.rows_used;
    log.rows.push_back(std::move(row));
}

CallLog LogBuilder::finish()
{
    put_in_order(log);
    link_retries(log);
    return std::move(log);
}

} // namespace switchroom
