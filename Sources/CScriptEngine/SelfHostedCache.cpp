// SPDX-License-Identifier: MIT
// The engine's self-hosted JavaScript in parsed form, kept in the user's cache directory: parsing it takes most of a
// start. The file is written to a temporary name and renamed; a file that does not check is ignored and replaced.
#include "Context.hpp"

#include <fcntl.h>
#include <js/Initialization.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

struct Header {
    char magic[8];
    uint64_t length;
    uint64_t checksum;
};

constexpr char magic[8] = {'L', 'L', 'S', 'H', 'C', '0', '0', '1'};

// FNV-1a over eight bytes at a time: a guard against torn and truncated files, not against an attacker, who could
// as well replace the program.
uint64_t checksum(const uint8_t *bytes, size_t length) {
    uint64_t hash = 0xcbf29ce484222325u;
    size_t index = 0;
    for (; index + 8 <= length; index += 8) {
        uint64_t word;
        memcpy(&word, bytes + index, 8);
        hash = (hash ^ word) * 0x100000001b3u;
    }
    for (; index < length; index++) {
        hash = (hash ^ bytes[index]) * 0x100000001b3u;
    }
    return hash;
}

std::string cachePath() {
    std::string path = lls::cacheDirectory();
    path += "/self-hosted-";
    path += JS_GetImplementationVersion();
    path += ".bin";
    return path;
}

// The engine borrows the bytes for the life of the process, so the mapping is never undone.
JS::SelfHostedCache readCache(const std::string &path) {
    int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return JS::SelfHostedCache();
    }
    struct stat status;
    void *mapping = MAP_FAILED;
    if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)
        && static_cast<size_t>(status.st_size) > sizeof(Header)) {
        mapping = mmap(nullptr, status.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0);
    }
    close(descriptor);
    if (mapping == MAP_FAILED) {
        return JS::SelfHostedCache();
    }
    auto *header = static_cast<const Header *>(mapping);
    auto *bytes = static_cast<const uint8_t *>(mapping) + sizeof(Header);
    size_t length = status.st_size - sizeof(Header);
    if (memcmp(header->magic, magic, sizeof magic) != 0 || header->length != length
        || header->checksum != checksum(bytes, length)) {
        munmap(mapping, status.st_size);
        return JS::SelfHostedCache();
    }
    return JS::SelfHostedCache(bytes, length);
}

bool writeAll(int descriptor, const void *bytes, size_t length) {
    auto *cursor = static_cast<const uint8_t *>(bytes);
    while (length > 0) {
        ssize_t count = write(descriptor, cursor, length);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return false;
        }
        cursor += count;
        length -= static_cast<size_t>(count);
    }
    return true;
}

// A cache that cannot be written costs a few milliseconds next time and is no error.
bool writeCache(JSContext *, JS::SelfHostedCache cache) {
    std::string path = cachePath();
    for (size_t slash = path.find('/', 1); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        mkdir(path.substr(0, slash).c_str(), 0700);
    }
    std::string temporary = path + ".XXXXXX";
    int descriptor = mkostemp(temporary.data(), O_CLOEXEC);
    if (descriptor < 0) {
        return true;
    }
    Header header;
    memcpy(header.magic, magic, sizeof magic);
    header.length = cache.size();
    header.checksum = checksum(cache.data(), cache.size());
    bool written = writeAll(descriptor, &header, sizeof header) && writeAll(descriptor, cache.data(), cache.size());
    close(descriptor);
    if (!written || rename(temporary.c_str(), path.c_str()) != 0) {
        unlink(temporary.c_str());
    }
    return true;
}

}  // namespace

bool lls::initializeSelfHosting(JSContext *cx, const char *directory) {
    if (directory == nullptr) {
        return JS::InitSelfHostedCode(cx);
    }
    return JS::InitSelfHostedCode(cx, readCache(cachePath()), writeCache);
}
