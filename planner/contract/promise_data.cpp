#include "planner/contract/promise_document.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace switchroom {

namespace {

using Json = nlohmann::ordered_json;

Json number(double value)
{
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

/// 0.93 rather than what 0.95 − 0.02 is in binary.
double tidy(double share)
{
    return std::round(share * 1e12) / 1e12;
}

Json estimate(const Estimate& value)
{
    return {{"mean", number(value.mean)}, {"half_width_95", number(value.half_width)}};
}

Json clause_json(const ClauseVerdict& clause)
{
    return {{"name", clause.name},
            {"vendor", clause.vendor},
            {"text", clause.text},
            {"formula", clause.formula},
            {"window", clause.window},
            {"promise", number(clause.promise)},
            {"probability_kept", number(clause.probability)},
            {"probability_of", clause.by_term ? "term" : "window"},
            {"interval_95", Json::array({number(clause.interval_95.low), number(clause.interval_95.high)})},
            {"method", clause.method},
            {"verdict", to_text(clause.verdict)},
            {"band", band_of(clause.probability)},
            {"expected_credit", number(clause.credit.mean)},
            {"expected_credit_half_width_95", number(clause.credit.half_width)},
            {"credit_p95", number(clause.credit_p95)},
            {"expected_bonus", number(clause.bonus.mean)},
            {"windows", clause.windows},
            {"not_judged", clause.not_judged},
            {"figure",
             {{"mean", number(clause.mean_figure)},
              {"sd", number(clause.figure_sd)},
              {"binomial_sd", number(clause.binomial_sd)},
              {"p05", number(clause.figure_p05)},
              {"p50", number(clause.figure_p50)},
              {"p95", number(clause.figure_p95)}}},
            {"terms_terminated", number(clause.terminated)}};
}

Json vendor_json(const VendorInvoice& vendor)
{
    Json lines = Json::array();
    for (const VendorInvoice::Line& line : vendor.lines)
        lines.push_back({{"item", line.item},
                         {"unit", line.unit},
                         {"quantity", number(line.quantity)},
                         {"unit_price", number(line.unit_price)},
                         {"amount", estimate(line.amount)}});
    return {{"vendor", vendor.vendor},
            {"monthly", estimate(vendor.monthly)},
            {"monthly_p95", number(vendor.monthly_p95)},
            {"lines", std::move(lines)}};
}

Json point_json(const StaffingPoint& point)
{
    Json clauses = Json::array();
    for (const ClauseVerdict& clause : point.clauses)
        clauses.push_back(
            {{"name", clause.name},
             {"probability_kept", number(clause.probability)},
             {"interval_95", Json::array({number(clause.interval_95.low), number(clause.interval_95.high)})},
             {"verdict", to_text(clause.verdict)},
             {"figure_mean", number(clause.mean_figure)},
             {"expected_credit", number(clause.credit.mean)},
             {"credit_p95", number(clause.credit_p95)}});
    return {{"hours_a_week", number(point.hours_a_week)},
            {"most_agents", point.most_agents},
            {"factor", number(point.factor)},
            {"monthly_invoice", number(point.invoice)},
            {"clauses", std::move(clauses)}};
}

Json curve_json(const StaffingCurve& curve)
{
    Json points = Json::array();
    for (const StaffingPoint& point : curve.points)
        points.push_back(point_json(point));
    return {{"groups", curve.groups},
            {"least", curve.least >= 0 ? point_json(curve.points[static_cast<std::size_t>(curve.least)])
                                       : Json(nullptr)},
            {"points", std::move(points)}};
}

std::string quoted(const std::string& text)
{
    if (text.find_first_of(",\"\n") == std::string::npos)
        return text;
    std::string result = "\"";
    for (const char c : text)
        result += c == '"' ? std::string("\"\"") : std::string(1, c);
    return result + "\"";
}

std::string csv_number(double value)
{
    return std::isfinite(value) ? fmt::format("{}", value) : "";
}

} // namespace

std::string to_json(const PromiseDocument& document)
{
    const PromiseStudy& study = document.study;
    Json json{{"scenario", study.scenario},
              {"currency", study.currency},
              {"seed", study.seed},
              {"terms", study.terms},
              {"assurance",
               {{"wanted", study.assurance.wanted},
                {"p0", tidy(study.assurance.p0())},
                {"p1", tidy(study.assurance.p1())},
                {"false_kept", study.assurance.false_kept},
                {"false_broken", study.assurance.false_broken}}}};
    json["clauses"] = Json::array();
    for (const ClauseVerdict& clause : study.clauses)
        json["clauses"].push_back(clause_json(clause));
    json["vendors"] = Json::array();
    for (const VendorInvoice& vendor : study.vendors)
        json["vendors"].push_back(vendor_json(vendor));
    if (document.curve)
        json["agents_needed"] = curve_json(*document.curve);
    if (!document.assumed.empty())
        json["assumed_scenario"] = document.assumed;
    json["checks"] = {{"conserved", study.first_violation < 0}};
    return json.dump(2) + "\n";
}

std::string to_csv(const PromiseDocument& document)
{
    std::string text =
        "vendor,clause,formula,window,promise,probability_kept,low_95,high_95,method,verdict,band,"
        "expected_credit,credit_p95,expected_bonus,figure_mean,figure_p05,figure_p95,windows\n";
    for (const ClauseVerdict& c : document.study.clauses)
        text += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n", quoted(c.vendor),
                            quoted(c.name), quoted(c.formula), c.window, csv_number(c.promise),
                            csv_number(c.probability), csv_number(c.interval_95.low),
                            csv_number(c.interval_95.high), quoted(c.method), to_text(c.verdict),
                            band_of(c.probability), csv_number(c.credit.mean), csv_number(c.credit_p95),
                            csv_number(c.bonus.mean), csv_number(c.mean_figure), csv_number(c.figure_p05),
                            csv_number(c.figure_p95), c.windows);
    return text;
}

namespace {

std::string_view state_word(WindowState state)
{
    switch (state) {
    case WindowState::kept:
        return "kept";
    case WindowState::missed:
        return "missed";
    case WindowState::not_judged:
        break;
    }
    return "not judged";
}

} // namespace

std::string to_json(const PastDocument& document)
{
    Json json{{"log", document.log}, {"clauses", Json::array()}};
    for (const PastJudgement& clause : document.clauses) {
        Json windows = Json::array();
        for (const PastWindow& window : clause.windows) {
            Json row{{"window", window.label},
                     {"part", window.is_part},
                     {"contacts", number(window.judgement.contacts)},
                     {"figure", number(window.judgement.figure)},
                     {"verdict", state_word(window.judgement.state)},
                     {"missed_by", number(window.judgement.missed_by)},
                     {"credit", amount_of(window.judgement.credit)},
                     {"capability_half_width_95", number(window.capability_half_width)},
                     {"binomial_half_width_95", number(window.binomial_half_width)}};
            if (document.reported)
                row["reported"] = *document.reported;
            windows.push_back(std::move(row));
        }
        json["clauses"].push_back({{"name", clause.clause},
                                   {"text", clause.text},
                                   {"formula", clause.formula},
                                   {"promise", number(clause.promise)},
                                   {"kept", clause.kept},
                                   {"missed", clause.missed},
                                   {"wait_unknown", clause.wait_unknown},
                                   {"notes", clause.notes},
                                   {"windows", std::move(windows)}});
    }
    return json.dump(2) + "\n";
}

std::string to_csv(const PastDocument& document)
{
    std::string text = "clause,formula,window,contacts,figure,promise,verdict,reported\n";
    for (const PastJudgement& clause : document.clauses)
        for (const PastWindow& window : clause.windows)
            text += fmt::format("{},{},{},{},{},{},{},{}\n", quoted(clause.clause), quoted(clause.formula),
                                quoted(window.label), csv_number(window.judgement.contacts),
                                csv_number(window.judgement.figure), csv_number(clause.promise),
                                state_word(window.judgement.state),
                                document.reported ? csv_number(*document.reported) : "");
    return text;
}

} // namespace switchroom
