#include "gui/view_models/safe_words.h"

#include <doctest/doctest.h>

using namespace switchroom::gui;

TEST_CASE("telephone numbers are not shown, whatever signs stand between their digits")
{
    CHECK(without_telephone_numbers("call 0600000001 now") == "call … now");
    CHECK(without_telephone_numbers("+33 6 00 00 00 01") == "…");
    CHECK(without_telephone_numbers("queue 01.00.00.00.02, line 4") == "queue …, line 4");
    CHECK(without_telephone_numbers("(060) 000-0003") == "(…");
}

TEST_CASE("short numbers and words stay as they are")
{
    for (const char* words : {"appointments", "line 12", "07:30", "Praxis 24/7", "+", "", "a-b"}) {
        CHECK(without_telephone_numbers(words) == words);
        CHECK_FALSE(holds_telephone_number(words));
    }
}
