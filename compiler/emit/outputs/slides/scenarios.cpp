// Scenarios on slides: choices as buttons, each with its consequence, which shows when it is chosen.
#include "emit/outputs/slides/parts.hpp"

namespace comb::emit::slides {

void PartRenderer::add_choices(const model::ScenarioNode& node, Html& out) {
  if (node.choices.empty()) return;
  out += "<ol class=\"choices\">\n";
  for (std::size_t i = 0; i < node.choices.size(); ++i) add_choice(node.choices[i], i, out);
  out += "</ol>\n";
}

/// Where no script runs and in print, the number of the slide that it leads to stands behind a choice.
void PartRenderer::add_choice(const model::Choice& choice, std::size_t index, Html& out) {
  const auto target = places_.nodes.find(choice.to);
  const bool is_known = target != places_.nodes.end();
  out += "<li><button type=\"button\" class=\"choose\" data-choose=\"";
  out.add(std::to_string(index));
  out += "\"><span class=\"letter\">";
  out.add(std::to_string(index + 1));
  out += "</span><span class=\"text\">";
  add(choice.text, out);
  out += "</span>";
  if (is_known) {
    out += "<span class=\"leads\">→ ";
    out.add(words::fill(words_.slide, target->second->number));
    out += "</span>";
  }
  out += "</button>\n<div class=\"consequence\"><div class=\"told\">\n";
  add(choice.feedback, Coming::at_once, out);
  out += "</div>\n";
  if (is_known) {
    out += "<p><button type=\"button\" class=\"follow\" data-to=\"";
    out.add(choice.to);
    out += "\">";
    // The number of the node, as its slide shows it.
    out.add(target->second->kicker_meta);
    out += "<span aria-hidden=\"true\"> →</span></button></p>\n";
  }
  out += "</div></li>\n";
}

Html PartRenderer::scenario_buttons(const typeset::Slide& slide) {
  Html out;
  if (!slide.scenario || slide.scenario->is_start) return out;
  const auto add_button = [&](const Html& action, std::string_view label) {
    out += "<button type=\"button\" data-go=\"";
    out += action;
    out += "\">";
    out.add(label);
    out += "</button>";
  };
  out += "<p class=\"moves\">";
  add_button(Html::markup("back"), words_.step_back);
  add_button(Html::markup("restart"), words_.start_over);
  if (slide.scenario->ending != model::Ending::none) add_button(Html::markup("next"), words_.next_slide);
  out += "</p>\n";
  return out;
}

} // namespace comb::emit::slides
