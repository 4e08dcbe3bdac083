// Images of checklists: what is written by a machine of 64 bits is what one of 32 bits reads.
#include "checklist/builtin/image.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "checklist/builtin/builtin.hpp"

using namespace hipaa;
using namespace std::chrono_literals;

namespace {

/// Bytes as they are to stand in an image, in hexadecimal, by the width of each number.
class Expected {
public:
    Expected& u8(unsigned value) { return number(value, 1); }
    Expected& u32(std::uint64_t value) { return number(value, 4); }
    Expected& f64(double value) { return number(std::bit_cast<std::uint64_t>(value), 8); }
    Expected& none() { return u8(1); }  // of what is optional
    Expected& some() { return u8(0); }
    Expected& text(std::string_view value) {
        u32(value.size());
        for (const char c : value) u8(static_cast<unsigned char>(c));
        return *this;
    }
    Expected& empty(int count) {  // texts and vectors
        for (; count > 0; --count) u32(0);
        return *this;
    }
    Expected& place(std::uint32_t line, std::uint32_t column) { return u32(line).u32(column); }

    const std::string& bytes() const { return bytes_; }

private:
    Expected& number(std::uint64_t value, int width) {
        for (int i = 0; i < width; ++i) {
            const int byte = std::endian::native == std::endian::little ? i : width - 1 - i;
            fmt::format_to(std::back_inserter(bytes_), "{:02x}", (value >> (8 * byte)) & 0xFF);
        }
        return *this;
    }

    std::string bytes_;
};

std::string hexadecimal(std::string_view image) {
    std::string text;
    for (const char byte : image) fmt::format_to(std::back_inserter(text), "{:02x}", static_cast<unsigned char>(byte));
    return text;
}

Checklist example() {
    const Date day = 2026y / 1 / 31;
    Checklist checklist;
    checklist.id = "lab";
    checklist.formerly = {"old"};
    checklist.review_by = day;

    Question question;
    question.key = "count";
    question.kind = AnswerKind::choice;
    question.words = {"a", "b"};
    question.choices = 1;
    question.default_value = Scalar(Word{1});
    question.place = {3, 4};
    checklist.group.questions.push_back(question);

    Deadline deadline;
    deadline.from = {QuestionRef::Scope::facts, 0, 7};
    deadline.days = -2;
    deadline.note = 258;
    checklist.deadlines.push_back(deadline);

    Contradiction contradiction;
    contradiction.condition.kind = Condition::Kind::test;
    contradiction.condition.op = Operator::in;
    contradiction.condition.operand = std::vector<Scalar>{true, day, 2.5, "x", Word{9}};
    contradiction.affects = {1, 65536};
    checklist.contradictions.push_back(contradiction);
    return checklist;
}

/// The image of `example()`, in the order of the members.
std::string image_of_example() {
    constexpr std::uint32_t day = 20484;  // 2026-01-31, from 1970
    Expected expected;
    expected.u8(1)
        .empty(3)
        .text("lab")
        .empty(2)
        .u32(0)
        .u32(0)
        .u32(1)
        .text("old")
        .empty(3)
        .none()
        .empty(1)
        .some()
        .u32(day)
        .empty(2)
        .none()
        .none();
    expected.empty(3).u32(1);
    expected.text("count").empty(3).u8(6).u32(2).text("a").text("b").u32(1);          // the question
    expected.some().u32(0).u32(4).u32(1).empty(3).u8(0).u8(0).u8(0).place(3, 4);      // its default and the rest
    expected.empty(1);                                                                // definitions
    expected.u32(1).empty(2).none().u8(2).u32(0).u32(7).u32(0xFFFFFFFE).u8(0);        // the deadline
    expected.empty(1).u32(258).place(1, 1);                                           // its note
    expected.u32(1).empty(2).u8(3).empty(1).u8(1).u32(0).u32(0).u8(2).u32(2).u32(5);  // the contradiction
    expected.u32(0).u8(1).u32(1).u32(day).u32(2).f64(2.5).u32(3).text("x").u32(4).u32(9).place(1, 1);  // its operands
    expected.empty(1).u32(2).u32(1).u32(65536).place(1, 1);  // whom it affects
    expected.empty(2).place(1, 1);
    return expected.bytes();
}

}  // namespace

TEST_CASE("an image is made of numbers whose width does not depend on the machine") {
    CHECK(hexadecimal(to_image(example())) == image_of_example());
}

TEST_CASE("what is read from an image is what it was made of") {
    const std::string image = to_image(example());
    CHECK(hexadecimal(to_image(from_image(image))) == image_of_example());
    REQUIRE(!builtin_images().empty());
    for (const BuiltinImage& builtin : builtin_images()) {
        CAPTURE(std::string(builtin.id));
        CHECK((to_image(from_image(builtin.image)) == builtin.image));
        CHECK((to_image(from_image(builtin.head)) == builtin.head));
    }
}
