// A checklist as bytes.
#include "checklist/builtin/image.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <set>
#include <type_traits>
#include <utility>

/// The width of sizes in an image. That of `std::size_t` differs between machines.
#define CEREAL_SIZE_TYPE std::uint32_t

#include <cereal/cereal.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/variant.hpp>
#include <cereal/types/vector.hpp>

#include "checklist/builtin/image_members.hpp"

namespace hipaa {
namespace {

/// Whether a number has as many bytes on every machine, which `long` and `std::size_t` have not.
template <typename Number>
constexpr bool has_fixed_width = std::is_arithmetic_v<Number> &&
                                 (sizeof(Number) <= 4 || std::is_same_v<Number, double>);
static_assert(sizeof(int) == 4 && sizeof(double) == 8);

template <typename Data>
constexpr bool is_of_fixed_width =
    has_fixed_width<std::remove_cv_t<std::remove_pointer_t<std::remove_reference_t<Data>>>>;

}  // namespace

/// Writes into a string. cereal's own archives want a stream, and exceptions.
class ImageWriter : public cereal::OutputArchive<ImageWriter, cereal::AllowEmptyClassElision> {
public:
    ImageWriter() : OutputArchive(this) {}

    void put(const void* bytes, std::size_t size) { image_.append(static_cast<const char*>(bytes), size); }
    std::string take() { return std::move(image_); }

private:
    std::string image_;
};

/// Reads what an ImageWriter wrote where it is.
class ImageReader : public cereal::InputArchive<ImageReader, cereal::AllowEmptyClassElision> {
public:
    explicit ImageReader(std::string_view image) : InputArchive(this), rest_(image) {}

    std::string_view take(std::size_t size) {
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }

private:
    std::string_view rest_;
};

/// Writes nothing, and takes down to which checklists what goes through it refers.
class ReferenceFinder : public cereal::OutputArchive<ReferenceFinder, cereal::AllowEmptyClassElision> {
public:
    ReferenceFinder() : OutputArchive(this) {}

    void look_at(const QuestionRef& ref) {
        if (ref.scope == QuestionRef::Scope::elsewhere) found_.insert(ref.checklist);
    }
    std::vector<std::uint32_t> found() const { return {found_.begin(), found_.end()}; }

private:
    std::set<std::uint32_t> found_;
};

}  // namespace hipaa

CEREAL_SETUP_ARCHIVE_TRAITS(hipaa::ImageReader, hipaa::ImageWriter)

namespace hipaa {

template <typename Archive>
concept ImageArchive = std::is_same_v<Archive, ImageWriter> || std::is_same_v<Archive, ImageReader> ||
    std::is_same_v<Archive, ReferenceFinder>;

template <ImageArchive Archive, typename Size>
void serialize(Archive& archive, cereal::SizeTag<Size>& tag) {
    archive(tag.size);
}

template <ImageArchive Archive, typename Value>
void serialize(Archive& archive, cereal::NameValuePair<Value>& pair) {
    archive(pair.value);
}

template <typename Number>
requires std::is_arithmetic_v<Number>
void save(ImageWriter& image, const Number& number) {
    static_assert(has_fixed_width<Number>);
    image.put(&number, sizeof number);
}

template <typename Number>
requires std::is_arithmetic_v<Number>
void load(ImageReader& image, Number& number) {
    static_assert(has_fixed_width<Number>);
    std::memcpy(&number, image.take(sizeof number).data(), sizeof number);
}

template <typename Data>
void save(ImageWriter& image, const cereal::BinaryData<Data>& bytes) {
    static_assert(is_of_fixed_width<Data>);
    image.put(bytes.data, static_cast<std::size_t>(bytes.size));
}

template <typename Data>
void load(ImageReader& image, cereal::BinaryData<Data>& bytes) {
    static_assert(is_of_fixed_width<Data>);
    const auto size = static_cast<std::size_t>(bytes.size);
    std::memcpy(bytes.data, image.take(size).data(), size);
}

void save(ImageWriter& image, const Text& text) {
    image(static_cast<std::uint32_t>(text.size()));
    image.put(text.data(), text.size());
}

/// A view of the image itself.
void load(ImageReader& image, Text& text) {
    std::uint32_t size = 0;
    image(size);
    text = Text(image.take(size));
}

/// Its type for days has another width in each standard library.
void save(ImageWriter& image, const Date& date) { image(static_cast<std::int32_t>(date.time_since_epoch().count())); }

void load(ImageReader& image, Date& date) {
    std::int32_t days = 0;
    image(days);
    date = Date(std::chrono::days(days));
}

/// As cereal does it, but for the exception.
template <typename... Kinds>
void load(ImageReader& image, std::variant<Kinds...>& value) {
    std::int32_t index = 0;
    image(index);
    std::int32_t at = 0;
    static_cast<void>(((index == at++ && (image(value.template emplace<Kinds>()), true)) || ...));
}

template <typename Number>
requires std::is_arithmetic_v<Number>
void save(ReferenceFinder&, const Number&) {}
template <typename Data>
void save(ReferenceFinder&, const cereal::BinaryData<Data>&) {}
void save(ReferenceFinder&, const Text&) {}
void save(ReferenceFinder&, const Date&) {}

std::string to_image(const Checklist& checklist) {
    ImageWriter writer;
    writer(checklist);
    return writer.take();
}

std::string to_head_image(const Checklist& checklist) {
    Checklist head;
    head.loaded = false;
    head.id = checklist.id;
    head.formerly = checklist.formerly;
    head.also_known_as = checklist.also_known_as;
    head.name = checklist.name;
    head.group.about = checklist.group.about;
    return to_image(head);
}

std::vector<std::uint32_t> referred_checklists(const Checklist& checklist) {
    ReferenceFinder finder;
    finder(checklist);
    return finder.found();
}

Checklist from_image(std::string_view image) {
    ImageReader reader(image);
    Checklist checklist;
    reader(checklist);
    return checklist;
}

}  // namespace hipaa
