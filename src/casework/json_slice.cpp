#include "casework/json_slice.hpp"

#include <algorithm>
#include <charconv>

#include "scr/failure.hpp"
#include "scr/text/fold.hpp"

namespace scr::casework {
namespace {

/// Walks over one object.
class Slicer {
 public:
    explicit Slicer(std::string_view json) : json_(json) {}

    std::vector<JsonMember> object(int depth = 0) {
        std::vector<JsonMember> members;
        // A tampered store must not exhaust the stack.
        if (depth > 1) fail();
        expect('{');
        if (accept('}')) return members;
        do {
            JsonMember member;
            member.name = string();
            expect(':');
            value(member, depth);
            members.push_back(std::move(member));
        } while (accept(','));
        expect('}');
        return members;
    }

    bool at_end() {
        skip_space();
        return at_ == json_.size();
    }

    [[noreturn]] static void fail() {
        throw Failure(FailureKind::store, "the facts of a case cannot be read", "",
                      "they are no JSON object of the form that scr writes", "scr audit verify");
    }

 private:
    char peek() {
        skip_space();
        if (at_ == json_.size()) fail();
        return json_[at_];
    }

    void skip_space() {
        while (at_ < json_.size() && (json_[at_] == ' ' || json_[at_] == '\n')) ++at_;
    }

    bool accept(char wanted) {
        if (peek() != wanted) return false;
        ++at_;
        return true;
    }

    void expect(char wanted) {
        if (!accept(wanted)) fail();
    }

    void value(JsonMember& member, int depth) {
        const char first = peek();
        const std::size_t begin = at_;
        if (first == '"') {
            member.text = string();
        } else if (first == '{') {
            object(depth + 1);
        } else {
            at_ = json_.find_first_of(",} \n", at_);
            if (at_ == std::string_view::npos || at_ == begin) fail();
        }
        member.raw = json_.substr(begin, at_ - begin);
        if (first != '"') member.text = member.raw;
    }

    std::string string() {
        expect('"');
        std::string text;
        while (at_ < json_.size() && json_[at_] != '"') {
            if (json_[at_] == '\\') {
                escape(text);
            } else {
                text += json_[at_++];
            }
        }
        if (at_++ >= json_.size()) fail();
        return text;
    }

    void escape(std::string& text) {
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        if (at_ + 1 >= json_.size()) fail();
        const char letter = json_[at_ + 1];
        at_ += 2;
        if (letter == 'u') {
            text::append_utf8(text, four_digits());
        } else if (const auto which = letters.find(letter); which != std::string_view::npos) {
            text += meanings[which];
        } else {
            fail();
        }
    }

    char32_t four_digits() {
        unsigned point = 0;
        const auto digits = json_.substr(std::min(at_, json_.size()), 4);
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), point, 16);
        if (digits.size() < 4 || read.ec != std::errc() || read.ptr != digits.end()) fail();
        at_ += 4;
        return point;
    }

    std::string_view json_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<JsonMember> members_of(std::string_view json) {
    Slicer slicer(json);
    auto members = slicer.object();
    if (!slicer.at_end()) Slicer::fail();
    return members;
}

}  // namespace scr::casework
