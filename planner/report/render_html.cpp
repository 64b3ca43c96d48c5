#include "planner/report/render_html.h"

#include "planner/report/html_blocks.h"
#include "planner/report/html_escape.h"
#include "planner/report/page_parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace switchroom::report {

namespace {

/// Nothing may be fetched; what stands in the page may run.
constexpr std::string_view policy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action "
    "'none'";

std::string head_html(const Document& document)
{
    return fmt::format("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                       "<title>{}</title>\n<style>\n{}</style>\n"
                       "<noscript><style>.canvas {{ display: none; }}</style></noscript>\n</head>\n",
                       policy, html_text(document.title), page_style);
}

/// The sections' names at the top of the page, each a jump inside of it.
std::string contents_html(const Document& document)
{
    std::string html = "<nav>";
    int section = 0;
    for (const Block& block : document.blocks)
        if (const auto* heading = std::get_if<Heading>(&block); heading && heading->level == 1)
            html += fmt::format("<a href=\"#s{}\">{}</a> ", ++section, html_text(heading->text));
    return html + "</nav>\n";
}

std::string body_html(const Document& document)
{
    std::string html;
    int section = 0;
    for (const Block& block : document.blocks) {
        const auto* heading = std::get_if<Heading>(&block);
        if (heading && heading->level == 1) {
            html += section > 0 ? "</section>\n" : "";
            html += fmt::format("<section id=\"s{}\">\n<h2>{}</h2>\n", ++section, html_text(heading->text));
        } else
            html += std::visit([](const auto& one) { return html_of(one); }, block);
    }
    return html + (section > 0 ? "</section>\n" : "");
}

bool draws_charts(const Document& document)
{
    return std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
        const auto* chart = std::get_if<ChartSpec>(&block);
        return chart && !std::holds_alternative<HeatMap>(chart->plot);
    });
}

} // namespace

std::string to_html(const Document& document)
{
    std::string html = head_html(document);
    html += fmt::format("<body>\n<header>\n<h1>{}</h1>\n", html_text(document.title));
    if (!document.subtitle.empty())
        html += fmt::format("<p>{}</p>\n", html_text(document.subtitle));
    html += "</header>\n" + contents_html(document) + "<main>\n" + body_html(document) + "</main>\n";
    if (draws_charts(document)) {
        html += "<script>\n";
        html += chart_js;
        html += "\n</script>\n<script>\n";
        html += page_script;
        html += "</script>\n";
    }
    return html + "</body>\n</html>\n";
}

} // namespace switchroom::report
