#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace zsb {

/// Writers of JSON text for the places where a million lines pass; everywhere else QJsonDocument does.
/// Broken UTF-8 comes out as U+FFFD, so what is written is always valid JSON.
void appendJsonString(std::string &json, std::string_view text);
void appendJsonNumber(std::string &json, std::int64_t value);
/// The shortest text that reads back as the same number; null for what JSON cannot say.
void appendJsonNumber(std::string &json, double value);
/// `"name":"text"` and `"name":number`.
void appendJsonMember(std::string &json, std::string_view name, std::string_view text);
void appendJsonMember(std::string &json, std::string_view name, std::int64_t number);

} // namespace zsb
