// SPDX-License-Identifier: MIT
#pragma once

#include "Context.hpp"

#include <deque>

namespace lls {

/// Places in source text by number, so that to tell one is to tell a number. A place that was met stays in the table.
class PlaceTable {
public:
    struct Place {
        uint32_t file;
        uint32_t line;
        uint32_t column;
    };

    /// The number of a place whose line and column count from 1.
    uint32_t number(const char *file, uint32_t line, uint32_t column);
    /// The place of the nearest frame that is not the host's own; 0 when there is none.
    uint32_t ofCaller(JSContext *cx);

    /// The place of a number that was given out.
    const Place *place(uint32_t number) const {
        return number == 0 || number > places_.size() ? nullptr : &places_[number - 1];
    }
    const std::string &file(const Place &place) const { return files_[place.file]; }

private:
    uint32_t fileNumber(const char *file);
    uint32_t ofOuterFrame(JSContext *cx);

    // A deque leaves what is in it where it is.
    std::deque<std::string> files_;
    std::vector<Place> places_;
    std::unordered_map<std::string, uint32_t> fileNumbers_;
    std::unordered_map<uint64_t, uint32_t> numbers_;
    uint32_t lastFile_ = 0;
    uint64_t lastKey_ = 0;
    uint32_t lastNumber_ = 0;
};

}  // namespace lls
