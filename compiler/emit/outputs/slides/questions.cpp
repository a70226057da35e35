// Questions on slides. A key is there only in the trainer's deck; what depends on it has the class `answer` or `key`
// and shows when the trainer reveals it.
#include "base/digest.hpp"
#include "base/overloaded.hpp"
#include "emit/marked_picture.hpp"
#include "emit/outputs/slides/parts.hpp"
#include "typeset/deck_letters.hpp"
#include "typeset/hotspot_marks.hpp"

#include <algorithm>

namespace comb::emit::slides {
namespace {

std::string letters_of_keys(const model::QuestionKey& key, const words::Words& words) {
  std::string letters;
  for (std::size_t i = 0; i < key.is_key.size(); ++i) {
    if (!key.is_key[i]) continue;
    if (!letters.empty()) letters += words.list_comma;
    letters += typeset::option_letter(i);
  }
  return letters;
}

/// For each item in the order shown, its place in the right order, from 1.
std::vector<std::string> places(const model::QuestionKey& key, std::size_t count) {
  std::vector<std::string> all(count);
  for (std::size_t place = 0; place < key.right_order.size(); ++place) {
    const auto item = static_cast<std::size_t>(key.right_order[place]);
    if (item < count) all[item] = std::to_string(place + 1);
  }
  return all;
}

} // namespace

std::string key_in_short(const model::Question& question, const words::Words& words) {
  if (!question.key) return {};
  const model::QuestionKey& key = *question.key;
  const std::string comma(words.list_comma);
  return std::visit(
      Overloaded{
          [&](const model::Choices&) { return letters_of_keys(key, words); },
          [&](const model::Matching&) {
            std::string pairs;
            for (std::size_t i = 0; i < key.right_of_left.size(); ++i) {
              if (i > 0) pairs += comma;
              pairs += std::to_string(i + 1) + " → " +
                       typeset::option_letter(static_cast<std::size_t>(std::max(key.right_of_left[i], 0)));
            }
            return pairs;
          },
          [&](const model::Hotspot&) { return letters_of_keys(key, words); },
          [&](const model::Ordering&) {
            std::string order;
            for (const int item : key.right_order) {
              if (!order.empty()) order += " → ";
              order += typeset::option_letter(static_cast<std::size_t>(std::max(item, 0)));
            }
            return order;
          },
          [&](const model::ShortText&) {
            std::string all;
            for (const model::AcceptedText& accepted : key.accepted) {
              if (!all.empty()) all += comma;
              all += accepted.text;
            }
            return all;
          },
          [&](const model::Number& number) { return key.number_text + (number.unit.empty() ? "" : " " + number.unit); },
          [](const model::Cloze&) { return std::string(); },
          [](const model::FreeText&) { return std::string(); },
      },
      question.form);
}

void PartRenderer::add_question(const model::Question& question, Html& out) {
  std::visit(Overloaded{
                 [&](const model::Choices& choices) { add_options(question, choices, out); },
                 [&](const model::Matching& matching) { add_matching(question, matching, out); },
                 [&](const model::Ordering& ordering) { add_ordering(question, ordering, out); },
                 [&](const model::ShortText&) { add_answer_line(question, "", out); },
                 [&](const model::Number& number) { add_answer_line(question, number.unit, out); },
                 [](const model::Cloze&) {},
                 [](const model::FreeText&) {},
                 [&](const model::Hotspot& hotspot) { add_hotspot(question, hotspot, out); },
             },
             question.form);
}

void PartRenderer::add_options(const model::Question& question, const model::Choices& choices, Html& out) {
  out += "<ol class=\"options";
  if (typeset::are_close(choices.options.size())) out += " close";
  out += "\">\n";
  for (std::size_t i = 0; i < choices.options.size(); ++i) {
    const bool is_key = question.key && i < question.key->is_key.size() && question.key->is_key[i];
    if (is_key) {
      out += "<li class=\"key\">";
    } else {
      out += "<li>";
    }
    out += "<b class=\"letter\">";
    out.add(typeset::option_letter(i));
    out += "</b><span class=\"text\">";
    add(choices.options[i].text, out);
    out += "</span>";
    const bool has_feedback = question.key && slide_ != nullptr && slide_->shows_feedback &&
                              i < question.key->feedback.size() && !question.key->feedback[i].empty();
    if (has_feedback) {
      out += "<div class=\"why answer\">";
      add(question.key->feedback[i], Coming::at_once, out);
      out += "</div>";
    }
    if (is_key) {
      out += "<span class=\"mark answer\">";
      out += icon("check");
      out += "<span class=\"sr\"";
      add_own_language(out);
      out += ">";
      out.add(words_.key);
      out += "</span></span>";
    }
    out += "</li>\n";
  }
  out += "</ol>\n";
}

void PartRenderer::add_hotspot(const model::Question& question, const model::Hotspot& hotspot, Html& out) {
  out += "<figure><img class=\"";
  out.add(classes_.width(typeset::hotspot_share(hotspot)));
  out += "\" alt=\"";
  out.add(typeset::hotspot_alternative(hotspot));
  out += "\" src=\"data:image/svg+xml;base64,";
  out.add(to_base64(marked_picture(hotspot)));
  out += "\"></figure>\n";
  add_answer_line(question, "", out);
}

void PartRenderer::add_items(const std::vector<text::Inlines>& items, const std::vector<std::string>& answers,
                             Html& out) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    out += "<li><b class=\"letter\">";
    out.add(typeset::option_letter(i));
    out += "</b><span class=\"text\">";
    add(items[i], out);
    out += "</span>";
    if (i < answers.size() && !answers[i].empty()) {
      out += "<span class=\"mark answer\">";
      out.add(answers[i]);
      out += "</span>";
    }
    out += "</li>\n";
  }
}

void PartRenderer::add_ordering(const model::Question& question, const model::Ordering& ordering, Html& out) {
  std::vector<std::string> answers;
  if (question.key) answers = places(*question.key, ordering.items.size());
  out += "<ol class=\"options ranked";
  if (typeset::are_close(ordering.items.size())) out += " close";
  out += "\">\n";
  add_items(ordering.items, answers, out);
  out += "</ol>\n";
}

void PartRenderer::add_matching(const model::Question& question, const model::Matching& matching, Html& out) {
  out += "<div class=\"columns matching\"><ol class=\"options ranked column";
  if (typeset::are_close(matching.left.size())) out += " close";
  out += "\">\n";
  for (std::size_t i = 0; i < matching.left.size(); ++i) {
    out += "<li><b class=\"letter\">";
    out.add(std::to_string(i + 1));
    out += "</b><span class=\"text\">";
    add(matching.left[i], out);
    out += "</span>";
    if (question.key && i < question.key->right_of_left.size() && question.key->right_of_left[i] >= 0) {
      out += "<span class=\"mark answer\">";
      out.add(typeset::option_letter(static_cast<std::size_t>(question.key->right_of_left[i])));
      out += "</span>";
    }
    out += "</li>\n";
  }
  out += "</ol><ol class=\"options column";
  if (typeset::are_close(matching.right.size())) out += " close";
  out += "\">\n";
  add_items(matching.right, {}, out);
  out += "</ol></div>\n";
}

void PartRenderer::add_answer_line(const model::Question& question, std::string_view unit, Html& out) {
  out += "<p class=\"answer-line\"><span class=\"line\">";
  if (const std::string key = key_in_short(question, words_); !key.empty()) {
    out += "<span class=\"answer\">";
    out.add(key);
    out += "</span>";
  }
  out += "</span>";
  out.add(unit);
  out += "</p>\n";
}

void PartRenderer::add_labelled(std::string_view label, std::string_view text, Html& out) {
  out += "<p class=\"key-line\"><strong>";
  out.add(label);
  out += "</strong> ";
  out.add(text);
  out += "</p>\n";
}

void PartRenderer::add_key(const model::Question& question, Html& out) {
  if (!question.key) return;
  const model::QuestionKey& key = *question.key;
  out += "<div class=\"note n-key\">";
  if (const std::string brief = key_in_short(question, words_); !brief.empty()) add_labelled(words_.key, brief, out);
  const bool has_blanks = std::holds_alternative<model::Cloze>(question.form);
  const auto add_told = [&](const model::Parts& parts) {
    Html told;
    add(parts, Coming::at_once, told);
    out += with_language(told, question.lang);
  };
  if (has_blanks) add_told(question.stem);
  add_told(key.solution);
  const bool has_feedback = std::ranges::any_of(key.feedback, [](const model::Parts& parts) { return !parts.empty(); });
  if (has_feedback) {
    out += "<dl class=\"feedback\">";
    for (std::size_t i = 0; i < key.feedback.size(); ++i) {
      if (key.feedback[i].empty()) continue;
      out += "<div><dt>";
      out.add(typeset::option_letter(i));
      out += "</dt><dd>";
      add_told(key.feedback[i]);
      out += "</dd></div>";
    }
    out += "</dl>";
  }
  if (key.rubric) add_rubric(*key.rubric, out);
  out += "</div>\n";
}

} // namespace comb::emit::slides
