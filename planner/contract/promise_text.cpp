#include "planner/contract/promise_document.h"

#include "sim/experiment/number_text.h"
#include "sim/experiment/table.h"

#include <fmt/format.h>

#include <cmath>

namespace switchroom {

namespace {

std::string money(double amount, const std::string& currency)
{
    return std::isfinite(amount) ? figure_text(KpiUnit::money, amount, {.currency = currency}) : "–";
}

std::string figure(const ClauseVerdict& clause, double value)
{
    return figure_text(clause.is_time ? KpiUnit::seconds : KpiUnit::share, value, {});
}

/// "likely", "a toss-up".
std::string band_words(double probability)
{
    const std::string_view band = band_of(probability);
    return fmt::format("{}{}", band == "toss-up" ? "a " : "", band);
}

/// "one month in twenty".
std::string in_twenty(const ClauseVerdict& clause)
{
    return fmt::format("one {} in twenty", clause.window == "interval" ? "interval" : clause.window);
}

std::string verdict_line(const ClauseVerdict& clause, const PromiseStudy& study)
{
    const std::string unit = clause.by_term ? "term" : clause.window;
    return fmt::format(
        "{} at an assurance of {:g} %: each {} keeps it with probability {:.3f} ({:.3f}–{:.3f}; {} "
        "{}s of {} terms), which is {}.",
        to_text(clause.verdict), study.assurance.wanted * 100.0, unit, clause.probability,
        clause.interval_95.low, clause.interval_95.high, clause.by_term ? study.terms : clause.windows, unit,
        study.terms, band_words(clause.probability));
}

std::string figure_line(const ClauseVerdict& clause)
{
    const double bad = clause.less_is_better ? clause.figure_p95 : clause.figure_p05;
    std::string line = fmt::format(
        "{} of a {} ({}): {} on average, {} {} {}, promised {}.", clause.is_time ? "Figure" : "Share",
        clause.window, clause.formula, figure(clause, clause.mean_figure), in_twenty(clause),
        clause.less_is_better ? "above" : "below", figure(clause, bad), figure(clause, clause.promise));
    if (clause.binomial_sd > 0.0)
        line += fmt::format(
            " The {}s differ by {:.2f} points (standard deviation), {:.1f} times what a binomial law "
            "makes of so many calls.",
            clause.window, 100.0 * clause.figure_sd, clause.figure_sd / clause.binomial_sd);
    return line;
}

std::string money_line(const ClauseVerdict& clause, const std::string& currency)
{
    std::string line;
    if (clause.credit.mean > 0.0)
        line = fmt::format("Expected credit {} a {}; {} above {}.", money(clause.credit.mean, currency),
                           clause.window, in_twenty(clause), money(clause.credit_p95, currency));
    if (clause.bonus.mean > 0.0)
        line += fmt::format("{}Expected bonus {} a {}.", line.empty() ? "" : " ",
                            money(clause.bonus.mean, currency), clause.window);
    if (clause.terminated > 0.0)
        line += fmt::format("{}The client may leave in {:.1f} % of the terms.", line.empty() ? "" : " ",
                            100.0 * clause.terminated);
    return line;
}

std::string clause_block(const ClauseVerdict& clause, const PromiseStudy& study)
{
    std::string text = fmt::format("{} · {}\n", clause.vendor, clause.name);
    text += paragraph(clause.text, 100, "  ");
    for (const std::string& line :
         {verdict_line(clause, study), figure_line(clause), money_line(clause, study.currency)})
        if (!line.empty())
            text += paragraph(line, 100, "  ");
    if (clause.not_judged > 0)
        text += paragraph(fmt::format("{} {}s were not judged (volume, sample or exclusions).",
                                      clause.not_judged, clause.window),
                          100, "  ");
    return text + "\n";
}

std::string invoice_block(const VendorInvoice& vendor, const std::string& currency)
{
    Table table;
    table.title = fmt::format("What {} costs a month", vendor.vendor);
    table.headings = {"line", "quantity", "unit", "price", "amount"};
    for (const VendorInvoice::Line& line : vendor.lines)
        table.rows.push_back({line.item, line.unit.empty() ? "" : fmt::format("{:.1f}", line.quantity),
                              line.unit, line.unit.empty() ? "" : fmt::format("{:g}", line.unit_price),
                              estimate_text(KpiUnit::money, line.amount.mean, line.amount.half_width,
                                            {.currency = currency})});
    table.rows.push_back({"total", "", "", "",
                          estimate_text(KpiUnit::money, vendor.monthly.mean, vendor.monthly.half_width,
                                        {.currency = currency})});
    return to_text(table) +
           fmt::format("One month in twenty costs more than {}.\n\n", money(vendor.monthly_p95, currency));
}

std::string curve_block(const StaffingCurve& curve, const PromiseStudy& study)
{
    Table table;
    std::string groups;
    for (const std::string& group : curve.groups)
        groups += (groups.empty() ? "" : ", ") + group;
    table.title = fmt::format("Assurance by staffing of {}", groups);
    table.headings = {"hours a week", "at most at once", "times today's"};
    for (const ClauseVerdict& clause : study.clauses)
        table.headings.push_back(clause.name);
    table.headings.push_back("credits");
    for (const StaffingPoint& point : curve.points) {
        std::vector<std::string> row{fmt::format("{:.1f}", point.hours_a_week),
                                     fmt::format("{}", point.most_agents),
                                     fmt::format("{:.2f}", point.factor)};
        double credits = 0.0;
        for (const ClauseVerdict& clause : point.clauses) {
            row.push_back(fmt::format("{:.3f} {}", clause.probability, to_text(clause.verdict)));
            credits += std::isfinite(clause.credit.mean) ? clause.credit.mean : 0.0;
        }
        row.push_back(money(credits, study.currency));
        table.rows.push_back(std::move(row));
    }
    std::string text = to_text(table);
    if (curve.least >= 0) {
        const StaffingPoint& least = curve.points[static_cast<std::size_t>(curve.least)];
        text += paragraph(
            fmt::format("The least of these that keeps every clause with probability {:g}: {:.1f} hours "
                        "a week, at most {} people at once.",
                        study.assurance.wanted, least.hours_a_week, least.most_agents));
    } else {
        text += paragraph(
            fmt::format("None of these keeps every clause with probability {:g}.", study.assurance.wanted));
    }
    return text + "\n";
}

} // namespace

std::string to_text(const PromiseDocument& document)
{
    const PromiseStudy& study = document.study;
    std::string text = fmt::format("{}\n\n", study.scenario);
    if (!document.assumed.empty())
        text += "This scenario was assumed:\n\n" + document.assumed + "\n";
    for (const ClauseVerdict& clause : study.clauses)
        text += clause_block(clause, study);
    for (const VendorInvoice& vendor : study.vendors)
        if (vendor.is_priced || !vendor.lines.empty())
            text += invoice_block(vendor, study.currency);
    if (document.curve)
        text += curve_block(*document.curve, study);
    text +=
        paragraph(fmt::format("Each term was simulated anew, {} of them, seed {}. Verdicts are those of "
                              "Wald's sequential test between {:g} "
                              "and {:g}, each wrong in at most 5 of 100 cases; intervals hold at 95 % ({}).",
                              study.terms, study.seed, study.assurance.p0(), study.assurance.p1(),
                              study.is_sequential ? "a confidence sequence" : "Wilson, terms as blocks"));
    return text;
}

namespace {

std::string past_state(const WindowJudgement& judgement)
{
    switch (judgement.state) {
    case WindowState::kept:
        return "kept";
    case WindowState::missed:
        return "missed";
    case WindowState::not_judged:
        break;
    }
    return std::string(judgement.why);
}

Table past_table(const PastJudgement& clause, std::optional<double> reported)
{
    const KpiUnit unit = clause.is_time ? KpiUnit::seconds : KpiUnit::share;
    const auto value = [&](double x) {
        return clause.is_time || !std::isfinite(x) ? figure_text(unit, x, {})
                                                   : fmt::format("{:.2f} %", 100.0 * x);
    };
    Table table;
    table.headings = {"window", "contacts", "figure", "verdict", "missed by", "± by days", "± binomial"};
    if (reported)
        table.headings.push_back("reported");
    const auto points = [&](double x) {
        return std::isfinite(x) ? fmt::format("{:.2f}", clause.is_time ? x : 100.0 * x) : std::string("–");
    };
    for (const PastWindow& window : clause.windows) {
        const WindowJudgement& judged = window.judgement;
        table.rows.push_back(
            {window.label + (window.is_part ? " (part)" : ""), fmt::format("{:g}", judged.contacts),
             value(judged.figure), past_state(judged),
             judged.state == WindowState::missed ? fmt::format("{:.2f}", judged.missed_by) : "",
             points(window.capability_half_width), points(window.binomial_half_width)});
        if (reported)
            table.rows.back().push_back(value(*reported));
    }
    return table;
}

} // namespace

std::string to_text(const PastDocument& document)
{
    std::string text;
    for (const PastJudgement& clause : document.clauses) {
        text += clause.clause + "\n" + paragraph(clause.text, 100, "  ");
        text +=
            fmt::format("  Promised {} by {}. {} windows kept, {} missed.\n\n",
                        figure_text(clause.is_time ? KpiUnit::seconds : KpiUnit::share, clause.promise, {}),
                        clause.formula, clause.kept, clause.missed);
        text += to_text(past_table(clause, document.reported));
        if (clause.wait_unknown > 0)
            text += paragraph(fmt::format(
                "{} calls were left out: the log does not say how long they waited.", clause.wait_unknown));
        for (const std::string& note : clause.notes)
            text += paragraph(note + ".");
        text += "\n";
    }
    text += paragraph(
        "The figures are a census of the log: exact, whatever the vendor reported. \"± by days\" says how "
        "sure such a month is as a sign of what the vendor can do (95 %, days as blocks); the binomial "
        "one takes calls for independent, which those of a busy day are not.");
    return text;
}

} // namespace switchroom
