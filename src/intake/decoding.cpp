#include "intake/decoding.hpp"

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <string>
#include <vector>

namespace scr::intake {

namespace {

constexpr std::size_t chunk = std::size_t{1} << 16;
constexpr std::string_view gzip_magic{"\x1f\x8b", 2};
constexpr std::string_view zstd_magic{"\x28\xb5\x2f\xfd", 4};

/// Packed bytes that wait to be unpacked.
struct Packed {
    const char* at = nullptr;
    std::size_t left = 0;
};

class Unpacker {
 public:
    virtual ~Unpacker() = default;
    /// Unpacks into `to` and takes from `packed`; the count. Throws where the bytes are damaged.
    virtual std::size_t unpack(Packed& packed, char* to, std::size_t room) = 0;
    /// Whether the packed bytes may end here.
    virtual bool may_end() const = 0;
    virtual std::string_view name() const = 0;
};

/// What looked packed and is not.
class AsItIs final : public Unpacker {
 public:
    std::size_t unpack(Packed& packed, char* to, std::size_t room) override {
        const std::size_t count = std::min(room, packed.left);
        std::copy_n(packed.at, count, to);
        packed.at += count;
        packed.left -= count;
        return count;
    }
    bool may_end() const override { return true; }
    std::string_view name() const override { return "plain"; }
};

class Gzip final : public Unpacker {
 public:
    Gzip() {
        constexpr int with_gzip_header = 16 + MAX_WBITS;
        if (inflateInit2(&state_, with_gzip_header) != Z_OK) throw std::bad_alloc();
    }
    ~Gzip() override { inflateEnd(&state_); }
    Gzip(const Gzip&) = delete;
    Gzip& operator=(const Gzip&) = delete;

    std::size_t unpack(Packed& packed, char* to, std::size_t room) override {
        // Files put one behind the other are one file.
        if (ended_ && packed.left > 0) inflateReset(&state_);
        state_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.at));
        state_.avail_in = static_cast<uInt>(packed.left);
        state_.next_out = reinterpret_cast<Bytef*>(to);
        state_.avail_out = static_cast<uInt>(room);
        const int result = inflate(&state_, Z_NO_FLUSH);
        if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
            throw UnpackingFault("the gzip file is damaged");
        ended_ = result == Z_STREAM_END;
        packed.at += packed.left - state_.avail_in;
        packed.left = state_.avail_in;
        return room - state_.avail_out;
    }
    bool may_end() const override { return ended_; }
    std::string_view name() const override { return "gzip"; }

 private:
    z_stream state_{};
    bool ended_ = false;
};

class Zstd final : public Unpacker {
 public:
    Zstd() : state_(ZSTD_createDStream()) {
        if (state_ == nullptr) throw std::bad_alloc();
    }
    ~Zstd() override { ZSTD_freeDStream(state_); }
    Zstd(const Zstd&) = delete;
    Zstd& operator=(const Zstd&) = delete;

    std::size_t unpack(Packed& packed, char* to, std::size_t room) override {
        ZSTD_inBuffer in{packed.at, packed.left, 0};
        ZSTD_outBuffer out{to, room, 0};
        const std::size_t hint = ZSTD_decompressStream(state_, &out, &in);
        if (ZSTD_isError(hint) != 0) throw UnpackingFault("the zstd file is damaged");
        // Without input it asks for the next frame, which need not be there.
        if (in.pos > 0 || out.pos > 0) ended_ = hint == 0;
        packed.at += in.pos;
        packed.left -= in.pos;
        return out.pos;
    }
    bool may_end() const override { return ended_; }
    std::string_view name() const override { return "zstd"; }

 private:
    ZSTD_DStream* state_;
    bool ended_ = false;
};

class UnpackingBuffer final : public std::streambuf {
 public:
    UnpackingBuffer(std::istream& stream, std::string beginning, std::unique_ptr<Unpacker> unpacker)
        : stream_(stream), read_(std::move(beginning)), unpacker_(std::move(unpacker)) {
        packed_ = {read_.data(), read_.size()};
    }

 protected:
    int_type underflow() override {
        std::size_t got = 0;
        while (got == 0) {
            const bool more = packed_.left > 0 || read_more();
            got = unpacker_->unpack(packed_, unpacked_.data(), unpacked_.size());
            if (got > 0 || more) continue;
            if (!unpacker_->may_end()) {
                throw UnpackingFault(fmt::format("the {} file ends too soon", unpacker_->name()));
            }
            return traits_type::eof();
        }
        setg(unpacked_.data(), unpacked_.data(), unpacked_.data() + got);
        return traits_type::to_int_type(unpacked_[0]);
    }

    // Whoever reads many bytes at once is told how many of them stand before the damage.
    std::streamsize xsgetn(char* to, std::streamsize count) override {
        std::streamsize got = 0;
        try {
            while (got < count && sgetc() != traits_type::eof()) {
                const std::streamsize piece =
                    std::min<std::streamsize>(egptr() - gptr(), count - got);
                to = std::copy_n(gptr(), piece, to);
                gbump(static_cast<int>(piece));
                got += piece;
            }
        } catch (UnpackingFault& fault) {
            fault.delivered = static_cast<std::size_t>(got);
            throw;
        }
        return got;
    }

 private:
    bool read_more() {
        read_.resize(chunk);
        stream_.read(read_.data(), static_cast<std::streamsize>(chunk));
        if (stream_.bad()) throw UnpackingFault("reading the file failed half way");
        packed_ = {read_.data(), static_cast<std::size_t>(stream_.gcount())};
        return packed_.left > 0;
    }

    std::istream& stream_;
    std::string read_;
    Packed packed_;
    std::unique_ptr<Unpacker> unpacker_;
    std::vector<char> unpacked_ = std::vector<char>(2 * chunk);
};

class UnpackingStream final : public std::istream {
 public:
    UnpackingStream(std::istream& stream, std::string beginning, std::unique_ptr<Unpacker> unpacker)
        : std::istream(nullptr), buffer_(stream, std::move(beginning), std::move(unpacker)) {
        rdbuf(&buffer_);
        // A stream keeps the reason of a fault to itself unless it is to throw.
        exceptions(std::ios::badbit);
    }

 private:
    UnpackingBuffer buffer_;
};

std::unique_ptr<Unpacker> unpacker_for(std::string_view beginning) {
    if (beginning.starts_with(gzip_magic)) return std::make_unique<Gzip>();
    if (beginning.starts_with(zstd_magic)) return std::make_unique<Zstd>();
    return std::make_unique<AsItIs>();
}

}  // namespace

std::unique_ptr<std::istream> unpacked(std::istream& stream) {
    const int first = stream.peek();
    if (first != std::char_traits<char>::to_int_type(gzip_magic[0]) &&
        first != std::char_traits<char>::to_int_type(zstd_magic[0]))
        return nullptr;
    std::string beginning(zstd_magic.size(), '\0');
    stream.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
    beginning.resize(static_cast<std::size_t>(stream.gcount()));
    auto unpacker = unpacker_for(beginning);
    return std::make_unique<UnpackingStream>(stream, std::move(beginning), std::move(unpacker));
}

}  // namespace scr::intake
