#include "gui/view_models/wrap_text.h"

#include <doctest/doctest.h>

using namespace switchroom::gui;

namespace {

/// As if every byte were one wide.
std::string wrapped(std::string_view words, float limit)
{
    return wrapped_text(words, limit,
                        [](std::string_view piece) { return static_cast<float>(piece.size()); });
}

} // namespace

TEST_CASE("lines break at spaces, as late as they fit")
{
    CHECK(wrapped("one two three", 7) == "one two\nthree");
    CHECK(wrapped("one two three", 6) == "one\ntwo\nthree");
    CHECK(wrapped("one two three", 100) == "one two three");
    CHECK(wrapped("", 5).empty());
}

TEST_CASE("a figure is never torn from its digits or its unit")
{
    CHECK(wrapped("about 11.2 % lost", 9) == "about\n11.2 %\nlost");
    CHECK(wrapped("costs 1 234.50 € more", 8) == "costs\n1 234.50 €\nmore");
    CHECK(wrapped("a share of 14.5 % ± 0.3", 12) == "a share of\n14.5 % ± 0.3");
}

TEST_CASE("unbreakable spaces hold, French signs stay with their word, line feeds stay")
{
    CHECK(wrapped("vers 2\u00A0min environ", 8) == "vers\n2\u00A0min\nenviron");
    CHECK(wrapped("Pourquoi donc ?", 13) == "Pourquoi\ndonc ?");
    CHECK(wrapped("dit « oui » ici", 8) == "dit\n« oui »\nici");
    CHECK(wrapped("one\n\ntwo", 20) == "one\n\ntwo");
}

TEST_CASE("a word longer than the line has a line of its own")
{
    CHECK(wrapped("a /very/long/path/here b", 6) == "a\n/very/long/path/here\nb");
}
