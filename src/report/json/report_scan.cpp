// Finding the practices in a JSON report.
#include "report/json/report_scan.hpp"

#include <array>

#include <rapidjson/reader.h>

#include "json/memory.hpp"
#include "json/parse.hpp"

namespace hipaa {
namespace {

using Reader = rapidjson::GenericReader<rapidjson::UTF8<>, rapidjson::UTF8<>, CheckedAllocator>;
constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseStopWhenDoneFlag;

/// A file as RapidJSON reads it. NUL is its end.
class ByteStream {
public:
    using Ch = char;

    explicit ByteStream(const ReadBytes& read) : read_(read) { fill(); }

    char Peek() const { return at_ < size_ ? buffer_[at_] : '\0'; }
    char Take() {
        const char byte = Peek();
        if (at_ < size_ && ++at_ == size_) fill();
        return byte;
    }
    std::size_t Tell() const { return static_cast<std::size_t>(offset_) + at_; }

    // For streams that are written to.
    char* PutBegin() { return nullptr; }
    void Put(char) {}
    void Flush() {}
    std::size_t PutEnd(char*) { return 0; }

private:
    void fill() {
        offset_ += size_;
        size_ = read_(buffer_.data(), buffer_.size(), offset_);
        at_ = 0;
    }

    const ReadBytes& read_;
    std::array<char, std::size_t{1} << 16> buffer_{};
    std::uint64_t offset_ = 0;
    std::size_t size_ = 0;
    std::size_t at_ = 0;
};

/// Members that tell one practice from another, at one depth.
class Members {
public:
    explicit Members(PracticeAt& practice) : practice_(practice) {}

    void key(std::string_view name) {
        wanted_ = name == "file"     ? &practice_.file
                  : name == "name"   ? &practice_.name
                  : name == "result" ? &practice_.result
                  : name == "as_of"  ? &practice_.as_of
                                     : nullptr;
    }
    void text(std::string_view value) {
        if (wanted_) *wanted_ = value;
        wanted_ = nullptr;
    }

private:
    PracticeAt& practice_;
    std::string* wanted_ = nullptr;
};

/// What the handlers have in common: how deep the reader is.
template <typename Self>
class Handler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Self> {
public:
    bool Default() { return true; }
    bool StartArray() { return self().open_array(), ++depth_ <= deepest_json; }
    bool EndArray(rapidjson::SizeType) { return --depth_, self().close_array(), true; }
    bool StartObject() { return self().open_object(), ++depth_ <= deepest_json; }
    bool EndObject(rapidjson::SizeType) { return --depth_, self().close_object(), true; }

    void open_array() {}
    void close_array() {}
    void open_object() {}
    void close_object() {}

protected:
    /// In how many objects and arrays the value stands that is read now.
    std::size_t depth() const { return depth_; }

private:
    Self& self() { return static_cast<Self&>(*this); }

    std::size_t depth_ = 0;
};

/// A practice is an object in an array that is a member of the report. Its brackets are read after the handler is called.
class ReportHandler : public Handler<ReportHandler> {
public:
    ReportHandler(const ByteStream& stream, ReportOutline& outline, const std::function<void(const PracticeAt&)>& take)
        : stream_(stream), outline_(outline), take_(take) {}

    bool Key(const char* text, rapidjson::SizeType size, bool) {
        const std::string_view name(text, size);
        if (depth() == 1) is_practices_ = name == "practices";
        if (depth() == 3 && in_practices_) members_.key(name);
        return true;
    }
    bool String(const char* text, rapidjson::SizeType size, bool) {
        if (depth() == 3 && in_practices_) members_.text({text, size});
        return true;
    }

    void open_array() {
        if (depth() != 1 || !is_practices_) return;
        in_practices_ = true;
        outline_.is_report = true;
        outline_.practices_begin = stream_.Tell();
    }
    void close_array() {
        if (depth() != 1 || !in_practices_) return;
        in_practices_ = is_practices_ = false;
        outline_.practices_end = stream_.Tell() + 1;
    }
    void open_object() {
        if (depth() == 2 && in_practices_)
            practice_ = {.offset = stream_.Tell(), .file = {}, .name = {}, .result = {}, .as_of = {}};
    }
    void close_object() {
        if (depth() != 2 || !in_practices_) return;
        practice_.length = stream_.Tell() + 1 - practice_.offset;
        take_(practice_);
    }

private:
    const ByteStream& stream_;
    ReportOutline& outline_;
    const std::function<void(const PracticeAt&)>& take_;
    PracticeAt practice_;
    Members members_{practice_};
    bool is_practices_ = false;  // the member that is read now
    bool in_practices_ = false;
};

/// Stops as soon as all is known, because what is wanted stands first.
class LineHandler : public Handler<LineHandler> {
public:
    explicit LineHandler(PracticeAt& practice) : practice_(practice) {}

    bool Key(const char* text, rapidjson::SizeType size, bool) {
        if (depth() == 1) members_.key({text, size});
        return true;
    }
    bool String(const char* text, rapidjson::SizeType size, bool) {
        if (depth() == 1) members_.text({text, size});
        return practice_.result.empty() || practice_.file.empty() || practice_.as_of.empty();
    }

private:
    PracticeAt& practice_;
    Members members_{practice_};
};

}  // namespace

ReportOutline scan_report(const ReadBytes& read, const std::function<void(const PracticeAt&)>& take) {
    ByteStream stream(read);
    ReportOutline outline;
    ReportHandler handler(stream, outline, take);
    Reader reader;
    if (const rapidjson::ParseResult result = reader.Parse<flags>(stream, handler); !result)
        outline.mistake = json_error(result);
    outline.end = stream.Tell();
    return outline;
}

PracticeAt scan_line(std::string_view json) {
    PracticeAt practice;
    const ReadBytes read = [&](char* to, std::size_t size, std::uint64_t offset) {
        return json.substr(static_cast<std::size_t>(offset)).copy(to, size);
    };
    ByteStream stream(read);
    LineHandler handler(practice);
    Reader reader;
    reader.Parse<flags>(stream, handler);
    return practice;
}

}  // namespace hipaa
