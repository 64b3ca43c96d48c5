#include "sim/centre/compile_arrivals.h"

#include "sim/centre/arrival_rates.h"
#include "sim/centre/compile_laws.h"
#include "sim/centre/compile_logs.h"

#include <algorithm>
#include <string_view>

namespace switchroom {

namespace {

/// Streams of factors that all contacts share. No contact can have these names: a name is never empty and has
/// no line break.
constexpr std::string_view common_volume = "\nvolume";
constexpr std::string_view common_forecast = "\nforecast";
constexpr std::string_view common_handle = "\nhandle";

/// Appends one day's pieces, cut to the simulated span; what earlier pieces of the day bring is counted from
/// the cut on.
Range add_pieces(const RateCurve& curve, CompileContext& context)
{
    CentreModel& model = context.model;
    const std::size_t first = model.pieces.size();
    double before = 0.0;
    for (const RatePiece& piece : cut_after(cut_before(curve, context.begin_s), context.end_s)) {
        const double slope = (piece.end_per_s - piece.begin_per_s) / (piece.to_s - piece.from_s);
        model.pieces.push_back({piece.from_s, piece.to_s, piece.begin_per_s, slope, before});
        before += piece.expected();
    }
    return range_from(first, model.pieces);
}

/// The rates of the model's days; `rates` holds every day of the calendar.
Range add_days(const DailyRates& rates, CompileContext& context)
{
    CentreModel& model = context.model;
    const std::size_t first = model.piece_ranges.size();
    const std::int32_t first_date = model.days.front().date;
    const auto calendar_start =
        std::chrono::sys_days(context.calendar.day(context.calendar.first_day()).date);
    const auto offset = static_cast<std::size_t>(first_date - calendar_start.time_since_epoch().count());
    for (std::size_t i = 0; i < model.days.size(); ++i) {
        const Range pieces = add_pieces(rates[offset + i], context);
        model.piece_ranges.push_back(pieces);
    }
    return range_from(first, model.piece_ranges);
}

/// Puts one more factor into a list of factor_ids that is the last one in the model.
void add_to(Range& list, std::uint32_t factor, CentreModel& model)
{
    if (list.count == 0)
        list.first = static_cast<std::uint32_t>(model.factor_ids.size());
    SWITCHROOM_CHECK(list.end() == model.factor_ids.size(), "only the last list of factors can grow");
    model.factor_ids.push_back(factor);
    ++list.count;
}

void add_busyness(const Arrivals& arrivals, const std::string& key, std::uint32_t id, CompileContext& context)
{
    if (!arrivals.busyness || arrivals.busyness->cv == 0.0)
        return;
    const std::uint32_t factor = add_factor(arrivals.busyness->family, 1.0, arrivals.busyness->cv,
                                            UncertaintyPer::day, hash_name(key), Purpose::busyness, context);
    add_to(context.model.contacts[id].factors, factor, context.model);
}

} // namespace

void compile_arrivals(const Arrivals& arrivals, const std::string& path, const std::string& key,
                      const Spans& hours, std::uint32_t id, CompileContext& context)
{
    if (arrivals.log) {
        compile_replay(*arrivals.log, path + ".log", id, context);
        return;
    }
    const DailyRates rates = daily_rates(arrivals, path, hours, context);
    context.model.contacts[id].day_pieces = add_days(rates, context);
    add_busyness(arrivals, key, id, context);
}

void compile_split(std::size_t contact, std::uint32_t id, CompileContext& context)
{
    const Scenario& scenario = context.scenario();
    const SplitOf& split = *scenario.contacts[contact].arrivals->split_of;
    const auto source = std::find_if(scenario.contacts.begin(), scenario.contacts.end(),
                                     [&](const Contact& c) { return c.name == split.contact; });
    if (source == scenario.contacts.end() || !source->arrivals) {
        context.error(path_of("contacts", contact, "arrivals.split_of.contact"),
                      "the source has no arrivals of its own");
        return;
    }
    const auto index = static_cast<std::size_t>(source - scenario.contacts.begin());
    const std::string path = path_of("contacts", index, "arrivals");
    DailyRates rates = daily_rates(*source->arrivals, path, context.hours_of(*source), context);
    const double share = split_share(scenario, contact);
    for (RateCurve& curve : rates)
        curve = scaled(std::move(curve), share);
    context.model.contacts[id].day_pieces = add_days(rates, context);
    add_busyness(*source->arrivals, source->key.value_or(source->name), id, context);
}

void compile_uncertainty(const std::string& key, std::uint32_t id, CompileContext& context)
{
    if (!context.scenario().uncertainty)
        return;
    const Uncertainty& uncertainty = *context.scenario().uncertainty;
    CentreModel& model = context.model;
    ModelContact& contact = model.contacts[id];
    if (const auto& volume = uncertainty.volume; volume && volume->cv > 0.0) {
        const std::uint64_t stream = volume->common ? hash_name(common_volume) : hash_name(key);
        add_to(contact.factors,
               add_factor(Family::gamma, 1.0, volume->cv, volume->per, stream, Purpose::volume_uncertainty,
                          context),
               model);
    }
    if (const auto& error = uncertainty.forecast_error; error && (error->cv > 0.0 || error->bias != 0.0))
        add_to(contact.factors,
               add_factor(Family::gamma, 1.0 + error->bias, error->cv, error->per, hash_name(common_forecast),
                          Purpose::forecast_error, context),
               model);
    if (const auto& handle = uncertainty.handle; handle && handle->cv > 0.0)
        add_to(contact.handle_factors,
               add_factor(Family::gamma, 1.0, handle->cv, handle->per, hash_name(common_handle),
                          Purpose::handle_uncertainty, context),
               model);
}

} // namespace switchroom
