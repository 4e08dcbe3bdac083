// Which citations can be looked up.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "authoring/lint/citation.hpp"

namespace {

struct Row {
    std::string text;
    std::string mistake;  // empty: none
};

TEST_CASE("citations") {
    const std::string form = "write it as 45 CFR 164.308(b)(1)";
    const std::string order = " cannot stand there: paragraph marks go (a)(1)(i)(A)(1)(i)";
    for (const Row& row : std::vector<Row>{
             {"45 CFR 164.308(a)(1)(ii)(A)", ""},
             {"45 CFR 164.402(2)", ""},
             {"45 CFR 164.400-164.414", ""},
             {"45 CFR Part 164", ""},
             {"45 CFR 160.103", ""},
             {"45 CFR 162.1002", ""},
             {"45 CFR 171.203", ""},
             {"42 CFR 2.31", ""},
             {"78 FR 5571-5572", ""},
             {"NIST SP 800-66", ""},
             {"45 CFR 164.509", "there is no section 164.509 in 45 CFR Parts 160, 162 and 164; did you mean 164.500?"},
             {"45 CFR 146.308", "there is no section 146.308 in 45 CFR Parts 160, 162 and 164; did you mean 164.308?"},
             {"45 CFR Part 146", "the HIPAA rules are 45 CFR Parts 160, 162 and 164"},
             {"45 CFR 164.308(c)", "section 164.308 has no paragraph (c); its paragraphs are (a) to (b)"},
             {"45 CFR 164.308(1)", "section 164.308 has no paragraph (1); its paragraphs are (a) to (b)"},
             {"45 CFR 164.308(b)(9)", "section 164.308 has no paragraph (b)(9); (b) has (1) to (3)"},
             {"45 CFR 164.308(b)(4)", "section 164.308 has no paragraph (b)(4); (b) has (1) to (3)"},
             {"45 CFR 164.308(a)(5)(ii)(E)",
              "section 164.308 has no paragraph (a)(5)(ii)(E); (a)(5)(ii) has (A) to (D)"},
             {"45 CFR 164.404(c)(1)(E)", ""},
             {"45 CFR 164.404(c)(1)(F)", "(F)" + order},
             {"45 CFR 164.404(b)(1)", "section 164.404 has no paragraph (b)(1)"},
             {"45 CFR 164.402(a)", "section 164.402 has no paragraph (a); its paragraphs are (1) to (2)"},
             {"45 CFR 164.514(h)(2)(iv)", ""},
             {"45 CFR 164.530(j)(3)", "section 164.530 has no paragraph (j)(3); (j) has (1) to (2)"},
             {"45 CFR 164.504(e)(2)(ii)(J)", ""},
             {"45 CFR 164.512(k)(9)", ""},  // whose paragraphs are not known here
             {"45 CFR 164.512(b)(A)", "(A)" + order},
             {"45 CFR 164.308(a)(i)", "(i)" + order},
             {"45 CFR 164.502(e)()", "()" + order},
             {"45 CFR 164.512()", "()" + order},
             {"45 CFR 164.308(a)(1)(A)", "(A)" + order},
             {"45 CFR 164.308(a", form},
             {"45 CFR 164", form},
             {"45 CFR §164.308", form},
             {"45CFR 164.308", form},
             {"45 C.F.R. 164.308", form},
             {"164.308(b)(1)", form},
             {"§ 164.308", form},
             {"78 FR p. 5634", "write it as 78 FR 5634, volume and page"},
         }) {
        CAPTURE(row.text);
        CHECK(hipaa::citation_mistake(row.text).value_or("") == row.mistake);
    }
}

}  // namespace
